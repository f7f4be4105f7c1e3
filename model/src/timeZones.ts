/**
 * Public numbering-plan facts (the North American Numbering Plan's area codes, ITU-T E.164 country codes). An area code
 * that lies in two zones stands under the zone of most of its people. A prefix that is missing (toll-free numbers,
 * countries of several zones) is unknown, not guessed.
 */
const ZONES: Record<string, string> = {
  'America/New_York':
    '1201 1202 1203 1207 1212 1215 1216 1220 1223 1227 1229 1231 1234 1239 1240 1248 1252 1260 1267 1269 1272 1276 1283 1301 1302 ' +
    '1304 1305 1313 1315 1317 1321 1324 1326 1329 1330 1332 1336 1339 1347 1351 1352 1363 1380 1386 1401 1404 1407 1410 1412 1413 ' +
    '1419 1423 1434 1436 1440 1443 1445 1463 1465 1470 1472 1475 1478 1484 1502 1508 1513 1516 1517 1518 1540 1551 1561 1567 1570 1571 ' +
    '1574 1582 1585 1586 1603 1606 1607 1609 1610 1614 1616 1617 1624 1631 1640 1645 1646 1656 1667 1678 1679 1680 1681 1686 1689 ' +
    '1703 1704 1706 1716 1717 1718 1724 1727 1728 1729 1732 1734 1740 1743 1754 1757 1762 1765 1770 1771 1772 1774 1781 1786 1802 1803 ' +
    '1804 1810 1812 1813 1814 1821 1826 1828 1835 1838 1839 1843 1845 1848 1854 1856 1857 1859 1860 1862 1863 1864 1865 1878 1904 ' +
    '1906 1908 1910 1912 1914 1917 1919 1929 1930 1934 1937 1941 1943 1947 1948 1954 1959 1973 1978 1980 1984 1989',
  'America/Chicago':
    '1205 1210 1214 1217 1218 1219 1224 1225 1228 1235 1251 1254 1256 1262 1270 1274 1281 1308 1309 1312 1314 1316 1318 1319 1320 ' +
    '1325 1327 1331 1334 1337 1346 1353 1361 1364 1402 1405 1409 1414 1417 1430 1432 1447 1448 1457 1464 1469 1471 1479 1483 1501 1504 ' +
    '1507 1512 1515 1531 1534 1539 1557 1563 1572 1573 1580 1601 1605 1608 1612 1615 1618 1620 1621 1629 1630 1636 1641 1651 1659 1660 ' +
    '1662 1682 1701 1708 1712 1713 1715 1726 1730 1731 1737 1763 1769 1773 1779 1785 1806 1815 1816 1817 1830 1832 1847 1850 1861 1870 ' +
    '1872 1901 1903 1913 1918 1920 1924 1931 1936 1938 1940 1945 1952 1956 1972 1975 1979 1985',
  'America/Denver': '1208 1303 1307 1385 1406 1435 1505 1575 1719 1720 1748 1801 1915 1970 1983 1986',
  'America/Phoenix': '1480 1520 1602 1623 1928',
  'America/Los_Angeles':
    '1206 1209 1213 1253 1279 1310 1323 1341 1350 1357 1360 1369 1408 1415 1424 1425 1442 1458 1503 1509 1510 1530 1541 1559 1562 1564 ' +
    '1619 1626 1628 1650 1657 1661 1669 1702 1707 1714 1725 1738 1747 1760 1775 1805 1818 1820 1831 1837 1840 1858 1909 1916 1925 1949 ' +
    '1951 1971',
  'America/Anchorage': '1907',
  'Pacific/Honolulu': '1808',
  'America/Puerto_Rico': '1340 1787 1939',
  'Pacific/Guam': '1670 1671',
  'Pacific/Pago_Pago': '1684',
  'America/St_Johns': '1709 1879',
  'America/Halifax': '1428 1506 1782 1902',
  'America/Toronto':
    '1226 1249 1263 1273 1289 1343 1354 1365 1367 1382 1416 1418 1437 1438 1450 1468 1514 1519 1548 1579 1581 1613 1647 1683 1705 1742 1753 ' +
    '1807 1819 1873 1905 1942',
  'America/Winnipeg': '1204 1431 1584',
  'America/Regina': '1306 1474 1639',
  'America/Edmonton': '1368 1403 1587 1780 1825 1867',
  'America/Vancouver': '1236 1250 1257 1604 1672 1778',
  'America/Nassau': '1242',
  'America/Barbados': '1246',
  'America/Anguilla': '1264',
  'America/Antigua': '1268',
  'America/Tortola': '1284',
  'America/Cayman': '1345',
  'Atlantic/Bermuda': '1441',
  'America/Grenada': '1473',
  'America/Grand_Turk': '1649',
  'America/Jamaica': '1658 1876',
  'America/Montserrat': '1664',
  'America/Lower_Princes': '1721',
  'America/St_Lucia': '1758',
  'America/Dominica': '1767',
  'America/St_Vincent': '1784',
  'America/Santo_Domingo': '1809 1829 1849',
  'America/Port_of_Spain': '1868',
  'America/St_Kitts': '1869',
  'Africa/Cairo': '20',
  'Africa/Johannesburg': '27',
  'Africa/Casablanca': '212',
  'Africa/Algiers': '213',
  'Africa/Tunis': '216',
  'Africa/Dakar': '221',
  'Africa/Abidjan': '225',
  'Africa/Accra': '233',
  'Africa/Lagos': '234',
  'Africa/Addis_Ababa': '251',
  'Africa/Nairobi': '254',
  'Africa/Dar_es_Salaam': '255',
  'Africa/Kampala': '256',
  'Europe/Athens': '30',
  'Europe/Amsterdam': '31',
  'Europe/Brussels': '32',
  'Europe/Paris': '33',
  'Europe/Madrid': '34',
  'Atlantic/Canary': '34822 34828 34922 34928',
  'Europe/Budapest': '36',
  'Europe/Rome': '39',
  'Europe/Lisbon': '351',
  'Atlantic/Azores': '351292 351295 351296',
  'Europe/Luxembourg': '352',
  'Europe/Dublin': '353',
  'Atlantic/Reykjavik': '354',
  'Europe/Malta': '356',
  'Asia/Nicosia': '357',
  'Europe/Helsinki': '358',
  'Europe/Sofia': '359',
  'Europe/Vilnius': '370',
  'Europe/Riga': '371',
  'Europe/Tallinn': '372',
  'Europe/Kyiv': '380',
  'Europe/Belgrade': '381',
  'Europe/Zagreb': '385',
  'Europe/Ljubljana': '386',
  'Europe/Bucharest': '40',
  'Europe/Zurich': '41',
  'Europe/Prague': '420',
  'Europe/Bratislava': '421',
  'Europe/Vienna': '43',
  'Europe/London': '44',
  'Europe/Copenhagen': '45',
  'Europe/Stockholm': '46',
  'Europe/Oslo': '47',
  'Europe/Warsaw': '48',
  'Europe/Berlin': '49',
  'America/Guatemala': '502',
  'America/El_Salvador': '503',
  'America/Tegucigalpa': '504',
  'America/Managua': '505',
  'America/Costa_Rica': '506',
  'America/Panama': '507',
  'America/Lima': '51',
  'America/Argentina/Buenos_Aires': '54',
  'America/Bogota': '57',
  'America/Caracas': '58',
  'America/La_Paz': '591',
  'America/Asuncion': '595',
  'America/Montevideo': '598',
  'Asia/Kuala_Lumpur': '60',
  'Asia/Manila': '63',
  'Asia/Singapore': '65',
  'Asia/Bangkok': '66',
  'Asia/Tokyo': '81',
  'Asia/Seoul': '82',
  'Asia/Ho_Chi_Minh': '84',
  'Asia/Hong_Kong': '852',
  'Asia/Shanghai': '86',
  'Asia/Dhaka': '880',
  'Asia/Taipei': '886',
  'Europe/Istanbul': '90',
  'Asia/Kolkata': '91',
  'Asia/Karachi': '92',
  'Asia/Colombo': '94',
  'Asia/Beirut': '961',
  'Asia/Amman': '962',
  'Asia/Kuwait': '965',
  'Asia/Riyadh': '966',
  'Asia/Muscat': '968',
  'Asia/Dubai': '971',
  'Asia/Jerusalem': '972',
  'Asia/Bahrain': '973',
  'Asia/Qatar': '974',
  'Asia/Kathmandu': '977',
};

const ZONE_OF_PREFIX = new Map(
  Object.entries(ZONES).flatMap(([zone, prefixes]) =>
    prefixes.split(' ').map((prefix) => [prefix, zone] as const),
  ),
);
const LONGEST_PREFIX = 6;

/** The IANA zone an E.164 number was given out in, or null. People move and keep their number: a hint, no proof. */
export function timeZoneOfPhone(e164: string): string | null {
  if (!e164.startsWith('+')) return null; // a short code, say
  for (let length = LONGEST_PREFIX; length > 0; length -= 1) {
    const zone = ZONE_OF_PREFIX.get(e164.slice(1, 1 + length));
    if (zone) return zone;
  }
  return null;
}
