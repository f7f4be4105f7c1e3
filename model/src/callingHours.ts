import { timeZoneOfPhone } from './timeZones.js';

/** Minutes after local midnight between which a text may go out, for each day, Sunday first; null: not on that day. */
export type Days = readonly (readonly [opens: number, closes: number] | null)[];

export interface LawHours {
  name: string; // whose law it is, for people
  source: string;
  days: Days;
}

/** Where a number is, and whose hours hold there. */
export interface RecipientHours {
  place: string | null; // a state of the United States
  zones: readonly string[]; // both where an area code lies in two, none where it lies nowhere: the organization's then
  law: LawHours | null; // null: outside of the United States
}

const daily = (opens: number, closes: number): Days =>
  Array.from({ length: 7 }, () => [opens * 60, closes * 60]);
const notOnSunday = (opens: number, closes: number): Days => [null, ...daily(opens, closes).slice(1)];

/** 47 CFR 64.1200(c)(1): no telephone solicitation before 8 am or after 9 pm, local time at the called party's location. */
const FEDERAL: LawHours = { name: 'Federal law', source: '47 CFR 64.1200(c)(1)', days: daily(8, 21) };

/**
 * States that are stricter. Read in the statutes where their text was to be had (MS 77-3-723; LA 45:811(2) and (3); RI
 * 5-61-3.6 with 5-61-2(9); NJ 56:8-128(d); OR HB 3865 of 2025, in force 2026-01-01; UT
 * 13-25a-103(3), unless one consented before; WA RCW 80.36.390 since HB 1497 of 2022;
 * MD Stop the Spam Calls Act of 2023), else in tables that agree (Drop Cowboy, State Calling Restrictions Guide, 2025-11;
 * ClickPoint, 2025-07; Referrizer, with Texas since SB 140). Where sources differ the stricter holds: New Jersey's statute
 * says 9 pm, one table 8 pm. Holidays of states are not in here. A state may count more calls as solicitations than the
 * federal rule does, or fewer; these hours hold for every text that is no answer within the hour.
 */
const STATES: Record<string, readonly [name: string, areaCodes: string, law?: Omit<LawHours, 'name'>]> = {
  AL: [
    'Alabama',
    '205 251 256 334 483 659 938',
    { source: 'Ala. Code title 8, ch. 19A and 19C', days: notOnSunday(8, 20) },
  ],
  AK: ['Alaska', '907'],
  AZ: ['Arizona', '480 520 602 623 928'],
  AR: ['Arkansas', '327 479 501 870'],
  CA: [
    'California',
    '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
  ],
  CO: ['Colorado', '303 719 720 748 970 983'],
  CT: ['Connecticut', '203 475 860 959', { source: 'Conn. Gen. Stat. 42-288a', days: daily(9, 20) }],
  DE: ['Delaware', '302'],
  DC: ['Washington, D.C.', '202 771'],
  FL: [
    'Florida',
    '239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954',
    { source: 'Fla. Stat. 501.616(6)', days: daily(8, 20) },
  ],
  GA: ['Georgia', '229 404 470 478 678 706 762 770 912 943'],
  HI: ['Hawaii', '808'],
  ID: ['Idaho', '208 986'],
  IL: ['Illinois', '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872'],
  IN: ['Indiana', '219 260 317 463 574 765 812 930'],
  IA: ['Iowa', '319 515 563 641 712'],
  KS: ['Kansas', '316 620 785 913'],
  KY: ['Kentucky', '270 364 502 606 859', { source: 'KRS 367.46955', days: daily(10, 21) }],
  LA: ['Louisiana', '225 318 337 457 504 985', { source: 'La. R.S. 45:811', days: notOnSunday(8, 20) }],
  ME: ['Maine', '207'],
  MD: [
    'Maryland',
    '227 240 301 410 443 667',
    { source: 'Stop the Spam Calls Act of 2023', days: daily(8, 20) },
  ],
  MA: [
    'Massachusetts',
    '339 351 413 508 617 774 781 857 978',
    { source: 'M.G.L. ch. 159C', days: daily(8, 20) },
  ],
  MI: [
    'Michigan',
    '231 248 269 313 517 586 616 679 734 810 906 947 989',
    { source: 'MCL 445.111 to 445.125', days: daily(9, 21) },
  ],
  MN: [
    'Minnesota',
    '218 320 507 612 651 763 924 952',
    { source: 'Minn. Stat. 325E.26 to 325E.31', days: daily(9, 21) },
  ],
  MS: ['Mississippi', '228 471 601 662 769', { source: 'Miss. Code 77-3-723', days: notOnSunday(8, 20) }],
  MO: ['Missouri', '235 314 417 557 573 636 660 816 975'],
  MT: ['Montana', '406'],
  NE: ['Nebraska', '308 402 531'],
  NV: ['Nevada', '702 725 775', { source: 'NRS ch. 599B', days: daily(9, 20) }],
  NH: ['New Hampshire', '603'],
  NJ: [
    'New Jersey',
    '201 551 609 640 732 848 856 862 908 973',
    { source: 'N.J.S.A. 56:8-128, the stricter reading', days: daily(8, 20) },
  ],
  NM: ['New Mexico', '505 575', { source: 'N.M. Stat. 57-12-22', days: daily(9, 21) }],
  NY: [
    'New York',
    '212 315 329 332 347 363 465 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934',
  ],
  NC: ['North Carolina', '252 336 472 704 743 828 910 919 980 984'],
  ND: ['North Dakota', '701'],
  OH: ['Ohio', '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937'],
  OK: ['Oklahoma', '405 539 572 580 918', { source: '15 O.S. 775C.4', days: daily(8, 20) }],
  OR: ['Oregon', '458 503 541 971', { source: 'HB 3865 of 2025', days: daily(8, 20) }],
  PA: ['Pennsylvania', '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878'],
  RI: [
    'Rhode Island',
    '401',
    { source: 'R.I. Gen. Laws 5-61-3.6', days: [[600, 1020], ...daily(9, 18).slice(1, 6), [600, 1020]] },
  ],
  SC: ['South Carolina', '803 821 839 843 854 864'],
  SD: ['South Dakota', '605'],
  TN: ['Tennessee', '423 615 629 731 865 901 931'],
  TX: [
    'Texas',
    '210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979',
    {
      source: 'Tex. Bus. & Com. Code 301.051, texts since SB 140',
      days: [[720, 1260], ...daily(9, 21).slice(1)],
    },
  ],
  UT: ['Utah', '385 435 801', { source: 'Utah Code 13-25a-103(3)', days: notOnSunday(8, 21) }],
  VT: ['Vermont', '802'],
  VA: ['Virginia', '276 434 540 571 686 703 757 804 826 948'],
  WA: ['Washington', '206 253 360 425 509 564', { source: 'RCW 80.36.390', days: daily(8, 20) }],
  WV: ['West Virginia', '304 681'],
  WI: ['Wisconsin', '262 274 353 414 534 608 715 920'],
  WY: ['Wyoming', '307'],
};

/**
 * Area codes that lie in two zones: the other one, by Google's libphonenumber (`resources/timezones/map_data.txt` and
 * `geocoding/en/1.txt`, Apache-2.0), with which the area codes of the states were compared; of three in the north of Canada
 * the one farthest off. A text waits for both.
 */
const SECOND_ZONE: Record<string, string> = {
  'America/New_York': '448 850 270 364 931 219',
  'America/Toronto': '867',
  'America/Winnipeg': '807',
  'America/Edmonton': '250',
  'America/Halifax': '709',
  'America/Chicago': '606 423 812 930 574 906',
  'America/Denver': '541 458 605 701 308 620 785 432 775 928',
  'America/Los_Angeles': '208 986',
  'America/Adak': '907',
};

/** PR, VI, GU, MP and AS are the federal law's too. */
const TERRITORIES = new Set(['340', '670', '671', '684', '787', '939']);

const byCode = <T>(table: Record<string, T>, codesOf: (entry: T) => string): Map<string, string> =>
  new Map(
    Object.entries(table).flatMap(([key, entry]) =>
      codesOf(entry)
        .split(' ')
        .map((code) => [code, key] as const),
    ),
  );
const STATE_OF = byCode(STATES, ([, codes]) => codes);
const SECOND_OF = byCode(SECOND_ZONE, (codes) => codes);

/** Numbers that lie nowhere: toll-free, personal, premium. */
const NOWHERE = /^\+1(?:8(?:00|22|33|44|55|66|77|88)|5(?:00|2[1-9]|33|44|66|77|88)|700|900)/u;

/** Whose calling hours hold for an E.164 number, by its area code: a hint where somebody is, and the law's own. */
export function hoursOfPhone(e164: string): RecipientHours {
  const zone = NOWHERE.test(e164) ? null : timeZoneOfPhone(e164);
  if (!e164.startsWith('+1')) return { place: null, zones: zone === null ? [] : [zone], law: null };
  const code = e164.slice(2, 5);
  const second = SECOND_OF.get(code);
  const zones = [zone, second ?? null].filter((each) => each !== null);
  const state = STATES[STATE_OF.get(code) ?? ''];
  if (!state) return { place: null, zones, law: zone === null || TERRITORIES.has(code) ? FEDERAL : null };
  const [place, , law] = state;
  return { place, zones, law: law ? { name: `The law of ${place}`, ...law } : FEDERAL };
}
