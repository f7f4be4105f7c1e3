/** Where the made-up leads come from: names that go together, and numbers that are never given to anybody. */
export interface Origin {
  given: readonly string[];
  family: readonly string[];
  /** A number of a range reserved for fiction; `n` is 7 to 99 and stays its end, which tells the lead's persona. */
  phone: (n: number, pick: number) => string;
  weight: number;
}

const US_AREAS = [415, 510, 628, 650, 408, 707, 925, 206, 503, 303, 512, 312, 617, 305];
const two = (n: number): string => String(n).padStart(2, '0');

/** 555-0100 to 555-0199 of each area code (NANPA). */
const us = (n: number, pick: number): string => `+1${US_AREAS[pick % US_AREAS.length] ?? 415}55501${two(n)}`;

export const ORIGINS: readonly Origin[] = [
  {
    given:
      'Emily James Olivia Daniel Hannah Ryan Grace Kevin Megan Tyler Laura Brandon Rachel Justin Allison Eric Caroline Nathan Julia Patrick Denise Curtis Yolanda Terrence Monique Darius Keisha Andre'.split(
        ' ',
      ),
    family:
      'Walsh Bennett Carter Donnelly Fischer Grant Hughes Jennings Keller Lawson Mercer Novak Osborne Parrish Quinn Reeves Sutton Tanner Vaughn Whitaker Booker Freeman Mosley Gaines'.split(
        ' ',
      ),
    phone: us,
    weight: 45,
  },
  {
    given: 'María José Lucía Carlos Elena Diego Camila Luis Valeria Miguel Ximena Rafael'.split(' '),
    family: 'García Martínez Rodríguez Hernández Castillo Núñez Ortega Salazar Vargas Zamora'.split(' '),
    phone: us,
    weight: 17,
  },
  {
    given: 'Wei Mei Jun Linh Minh Hana Kenji Yuki Ji-woo Min-jun Ananya Arjun Kavya Rohan Fatima Omar'.split(
      ' ',
    ),
    family: 'Chen Nguyen Tran Kim Park Tanaka Sato Patel Sharma Iyer Rahman Haddad Wong Lin'.split(' '),
    phone: us,
    weight: 22,
  },
  {
    given: 'Oliver Imogen Alistair Niamh Rhys Eleanor Callum Saoirse'.split(' '),
    family: 'Ashworth Brannigan Campbell Davies Ellery Fairclough MacLeod Pemberton'.split(' '),
    phone: (n, pick) => `+44207946${two(pick % 10)}${two(n)}`, // Ofcom: 020 7946 0000 to 0999
    weight: 6,
  },
  {
    given: 'Lukas Johanna Matthias Anneliese Jürgen Käthe'.split(' '),
    family: 'Brandt Köhler Lindner Schäfer Vogel Weiß'.split(' '),
    phone: (n, pick) => `+493023125${pick % 10}${two(n)}`, // Bundesnetzagentur: 030 23125 000 to 999
    weight: 4,
  },
  {
    given: 'Élodie Baptiste Margaux Étienne Chloé'.split(' '),
    family: 'Beaumont Chevalier Dufour Lefèvre Rousseau'.split(' '),
    phone: (n, pick) => `+3319900${two(pick % 100)}${two(n)}`, // ARCEP: 01 99 00
    weight: 3,
  },
  {
    given: 'Lachlan Matilda Jarrah Bronte Angus'.split(' '),
    family: 'Hargreaves Kelleher Mundine Pritchard'.split(' '),
    phone: (n, pick) => `+6125550${two(pick % 100)}${two(n)}`, // ACMA: 02 5550 0000 to 9999
    weight: 3,
  },
];

export const MAIL_HOSTS = ['example.com', 'example.com', 'example.org', 'leads.test'] as const;

export const COMPANIES: readonly string[] = [
  'Bluefin Logistics',
  'Cedar & Pine Architects',
  'Eastlake Dental Group',
  'Fern Street Bakery',
  'Golden Gate Movers',
  'Hollis Capital Partners',
  'Juniper Family Law',
  'Kestrel Robotics',
  'Lakeshore Pediatrics',
  'Marigold Interiors',
  'Northpoint Title Company',
  'Ocean View Inspections',
  'Redwood Credit Union',
  'Sunset Property Management',
  'Temescal Coffee Roasters',
  'Union Square Staging',
];

export const STREETS: readonly string[] = [
  '18 Harbor Street',
  '42 Alder Court',
  '7 Lighthouse Lane',
  '230 Grand Avenue, unit 5B',
  '1416 Piedmont Terrace',
  '96 Cannery Row',
  '311 Lakeside Drive, unit 12',
  '58 Orchard Hill Road',
  '2207 Telegraph Place',
  '5 Marina Way',
  '874 Redwood Crest',
  '129 Shipyard Lofts, unit 3',
  '640 Skyline Boulevard',
  '33 Foundry Square',
  '1080 Mission Bay Circle',
  '15 Rosewood Mews',
];

export const PRICES: readonly string[] = [
  '$485k',
  '$539k',
  '$615k',
  '$680k',
  '$725k',
  '$798k',
  '$850k',
  '$949k',
  '$1.1M',
  '$1.35M',
];
export const WEEKDAYS: readonly string[] = [
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
export const HOURS: readonly string[] = ['9:30', '10', '11', '1:30', '2', '3:15', '4', '5:30'];
