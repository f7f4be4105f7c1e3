import { expect } from 'chai';
import type { MailPart } from './inlinePictures.js';
import { inlinePictures, MOST_PICTURE_BYTES } from './inlinePictures.js';

/** One transparent pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const URL_OF_PICTURE = `data:image/png;base64,${PICTURE.toString('base64')}`;

const part = (contentId: string, bytes: Buffer | string = PICTURE): MailPart => {
  const content = Buffer.from(bytes);
  return { contentId: `<${contentId}>`, size: content.length, read: () => Promise.resolve(content) };
};

describe('the pictures inside a mail', () => {
  it('are put into its HTML wherever that names one', async () => {
    const html = `<img src="cid:a@x"><td background='CID:a@x'></td><i style="background:url(cid:a%40x)"></i>cid:a@x`;
    expect(await inlinePictures(html, [part('a@x')])).to.equal(
      `<img src="${URL_OF_PICTURE}"><td background='${URL_OF_PICTURE}'></td><i style="background:url(${URL_OF_PICTURE})"></i>cid:a@x`,
    );
  });

  for (const [what, bytes] of [
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['nothing', ''],
  ] as const) {
    it(`stay out where ${what} is called one`, async () => {
      expect(await inlinePictures('<img src="cid:a">', [part('a', bytes)])).to.equal('<img src="cid:a">');
    });
  }

  it('are not even fetched when nobody names them, or they are too large', async () => {
    const never = { read: () => Promise.reject(new Error('was fetched')) };
    const parts = [
      { ...part('beside'), ...never },
      { ...part('large'), size: MOST_PICTURE_BYTES + 1, ...never },
    ];
    expect(await inlinePictures('<img src=cid:large>', parts)).to.equal('<img src=cid:large>');
  });

  it('stay out when they hold more than they said', async () => {
    const lying = { ...part('a'), read: () => Promise.resolve(null) };
    expect(await inlinePictures('<img src=cid:a>', [lying])).to.equal('<img src=cid:a>');
  });

  it('make no mail endless, by their number or by being named again and again', async () => {
    const large = Buffer.concat([PICTURE, Buffer.alloc(MOST_PICTURE_BYTES - PICTURE.length)]);
    const parts = ['a', 'b', 'c', 'd', 'e'].map((name) => part(name, large));
    const html = '<img src="cid:a"><img src="cid:b"><img src="cid:c"><img src="cid:d"><img src="cid:e">';
    const most = 6 * 1024 * 1024 * 1.34;
    for (const mail of [html, html.replace(/cid:./gu, 'cid:a').repeat(50)]) {
      const shown = await inlinePictures(mail, parts);
      expect(shown.length).to.be.within(most / 2, most + mail.length);
      expect(shown).to.include('cid:');
    }
  });

  it('are known by how their bytes begin, whatever their headers say', async () => {
    const heads = { jpeg: '\xff\xd8\xff\xe0', gif: 'GIF89a', webp: 'RIFF\x01\x02\x03\x0aWEBPVP8 ' };
    for (const [type, head] of Object.entries(heads)) {
      const shown = await inlinePictures('<img src=cid:a>', [part('a', Buffer.from(head, 'latin1'))]);
      expect(shown).to.match(new RegExp(`^<img src=data:image/${type};base64,`, 'u'));
    }
  });
});
