import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { HOST } from '../../local/ports.js';
import { PICTURE } from '../../local/twilio/picture.js';
import { connectMailbox, syncNow } from '../functions/mailbox.js';
import { hostileHtml, htmlMail } from '../mailHouse/hostileMail.js';
import type { MailHouse } from '../mailHouse/mailHouse.js';
import { openMailHouse } from '../mailHouse/mailHouse.js';
import { bubble, row } from './inboxScreen.js';
import type { Practice } from './people.js';
import { foundPractice, signIn, unique } from './people.js';
import { misses, sees, wears } from './sights.js';
import type { Visitor } from './stage.js';
import { PHONE, stage } from './stage.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('a mail as its sender made it', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  const asked: string[] = []; // at the stranger's server
  const stranger = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.end();
  });
  const greetings: number[] = []; // the first byte of each who came for a picture over HTTPS
  const pictures = createTcpServer((socket) =>
    socket
      .on('error', () => undefined)
      .once('data', ([first = 0]) => {
        greetings.push(first);
        socket.destroy();
      }),
  );
  const dialogs: string[] = [];
  let html = '';
  let house: MailHouse;
  let practice: Practice;
  let owner: Visitor;

  before(async () => {
    for (const server of [stranger, pictures]) {
      await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
    }
    const [plain, secure] = [stranger, pictures].map((server) => (server.address() as AddressInfo).port);
    html = hostileHtml(`http://${HOST}:${plain}`, `https://${HOST}:${secure}/house.png`);
    const inside = [
      { id: 'garden', type: 'image/png', content: PICTURE },
      { id: 'drawing', type: 'image/svg+xml', content: `<svg onload="top.intruded=1"/>` },
    ];
    house = await openMailHouse();
    practice = await foundPractice(`Quay Ten ${unique()}`);
    const box = await connectMailbox(practice, practice.client, house);
    const from = `Wim Duisen <wim-${unique()}@leads.test>`;
    await house.put(box.user, htmlMail(box, from, { words: 'In plain words', html, inside }));
    await syncNow(practice, practice.client, box);
    owner = await visitor();
    owner.watch.expect(/Blocked script execution in 'about:srcdoc'/); // what the stage itself puts into every frame
    await owner.context.addInitScript(AXE);
    owner.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await signIn(owner.page, practice.owner);
    await owner.page.goto(`/o/${practice.orgId}/inbox/all`);
    await row(owner.page, 'Wim Duisen').click();
  });
  after(async () => {
    await practice.client.close();
    await house.stop();
    stranger.close();
    pictures.close();
  });

  const outer = (page: Page) => page.frameLocator('iframe[title^="As it was sent"]');
  const sheet = (page: Page) => outer(page).frameLocator('iframe');
  const ours = () => bubble(owner.page, 'In plain words');
  /** What came of the mail's tries. */
  const harm = async () => {
    await owner.page.waitForTimeout(700); // for what would come late
    const taken = owner.page.frames().map(async (frame) => {
      const [hasRun, title] = await frame.evaluate<[boolean, string]>(
        '["intruded" in window, document.title]',
      );
      return hasRun || title === 'taken';
    });
    return { asked: [...asked], dialogs: [...dialogs], isTaken: (await Promise.all(taken)).includes(true) };
  };
  const NONE = { asked: [], dialogs: [], isTaken: false };

  it('looks as it was made, runs nothing and loads nothing', async () => {
    const { page, watch } = owner;
    watch.expect(/Content Security Policy/, /request failed: .* csp$/); // what styles would have fetched
    await ours().getByRole('button', { name: 'Show as sent' }).press('Enter');
    const words = sheet(page).getByText('Dear buyer, café prices');
    await sees(words);
    const look = await words.evaluate((element) => {
      const { color, paddingLeft } = getComputedStyle(element);
      return [color, paddingLeft];
    });
    expect(look).to.deep.equal(['rgb(1, 2, 3)', '17px']);
    const widthOf = (name: string) =>
      sheet(page)
        .getByAltText(name)
        .evaluate((element) => (element as HTMLImageElement).naturalWidth);
    const [garden, drawing] = [await widthOf('The garden'), await widthOf('A drawing')];
    expect(garden).to.be.greaterThan(0);
    expect(drawing).to.equal(0);
    await sheet(page).getByText('Click me').click();
    await sheet(page).getByText('Our offer').click();
    expect(await harm()).to.deep.equal(NONE);
    expect(greetings).to.deep.equal([]);
    const handlers = await sheet(page)
      .locator('*')
      .evaluateAll((all) =>
        all.flatMap((each) => each.getAttributeNames().filter((name) => /^on/.test(name))),
      );
    expect(handlers).to.deep.equal([]);
    expect(await sheet(page).locator('form, input, script, svg, iframe, object, [href]').count()).to.equal(0);
  });

  it('reads well in the dark, on a phone and to a screen reader', async () => {
    const { page } = owner;
    await page.setViewportSize(PHONE);
    for (const scheme of ['dark', 'light'] as const) {
      await wears(page, scheme);
      await sees(sheet(page).getByText('Dear buyer, café prices'));
      const found = await page.evaluate<string[]>(
        `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
      );
      expect(found).to.deep.equal([]);
      const overhang = 'document.documentElement.scrollWidth - innerWidth';
      expect(await page.evaluate<number>(overhang)).to.equal(0);
    }
  });

  it('loads its images over HTTPS when somebody asks, and nothing else', async () => {
    const { page, watch } = owner;
    watch.expect(/house\.png/); // the picture itself does not come
    await ours().getByRole('button', { name: 'Show images' }).click();
    await sees(ours().getByText('Its images come from where'), sheet(page).getByText('Dear buyer'));
    expect(await harm()).to.deep.equal(NONE);
    expect(new Set(greetings)).to.deep.equal(new Set([0x16])); // a ClientHello of TLS
  });

  it('harms nobody even where nothing was taken out of it: the frame alone holds it', async () => {
    const { page, watch } = owner;
    watch.expect(/./); // every wall says so
    await page.evaluate(
      `document.querySelector('iframe[title^="As it was sent"]').contentDocument.querySelector('iframe').srcdoc = ${JSON.stringify(html)}`,
    );
    await sees(sheet(page).getByText('Sign in'));
    await sheet(page).getByText('Click me').click();
    await sheet(page).getByText('Our offer').click();
    expect({ ...(await harm()), isTaken: await page.evaluate('"intruded" in window') }).to.deep.equal(NONE);
  });

  it('is said to be gone when the mailbox does not have it any more', async () => {
    const { page, watch } = owner;
    watch.expect(/./);
    await page.reload();
    await page.route('**/attachments/**', (route) => route.fulfill({ status: 404, body: '{}' }));
    await ours().getByRole('button', { name: 'Show as sent' }).click();
    await sees(
      ours()
        .getByRole('alert')
        .getByText(/The mailbox does not have it any more/),
    );
    await misses(page.locator('iframe'));
  });
});
