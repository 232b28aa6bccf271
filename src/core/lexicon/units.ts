/**
 * Units of measure by the words and signs the press uses. Units of the SI and the customary English ones;
 * general knowledge. `symbol` is what a figure's `unit` holds.
 */

/** symbol: names, signs. Names are written in small letters, words of one name joined by `_`. */
const WORDS = `
km: kilometre kilometer kilometres kilometers kms klick klicks
m: metre meter metres meters
cm: centimetre centimeter centimetres centimeters
mm: millimetre millimeter millimetres millimeters
μm: micrometre micrometer micrometres micrometers micron microns
nm: nanometre nanometer nanometres nanometers
mile: mile miles
nautical mile: nautical_mile nautical_miles
yard: yard yards yd yds
ft: foot feet
inch: inch inches
light-year: light-year light-years
m²: sqm sq_m sq_metre sq_metres sq_meter sq_meters square_metre square_metres square_meter square_meters
km²: sq_km square_kilometre square_kilometres square_kilometer square_kilometers
square foot: sq_ft sqft sq_feet square_foot square_feet
square mile: sq_mi square_mile square_miles
m³: cubic_metre cubic_metres cubic_meter cubic_meters
cubic foot: cubic_foot cubic_feet
ha: hectare hectares
acre: acre acres
litre: litre liter litres liters
millilitre: millilitre milliliter millilitres milliliters ml
gallon: gallon gallons gal
pint: pint pints
quart: quart quarts
ounce: ounce ounces oz
bushel: bushel bushels
barrel: barrel barrels bbl
kg: kilogram kilograms kilogramme kilogrammes kilo kilos
g: gram grams gramme grammes
mg: milligram milligrams
pound: pound pounds lb lbs
stone: stone
t: ton tons tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes
kilotonne: kilotonne kilotonnes kiloton kilotons
megatonne: megatonne megatonnes megaton megatons
gigatonne: gigatonne gigatonnes gigaton gigatons
°C: degree_celsius degrees_celsius degrees_c celsius degree_centigrade degrees_centigrade centigrade
°F: degree_fahrenheit degrees_fahrenheit degrees_f fahrenheit
degree: degree degrees
kelvin: kelvin kelvins
hp: horsepower bhp hp
W: watt watts
kW: kilowatt kilowatts kw
MW: megawatt megawatts
GW: gigawatt gigawatts gw
kWh: kilowatt-hour kilowatt-hours kilowatt_hours kwh
MWh: megawatt-hour megawatt-hours megawatt_hours mwh
volt: volt volts
ampere: amp amps ampere amperes
joule: joule joules
calorie: calorie calories
byte: byte bytes
MB: megabyte megabytes mb
GB: gigabyte gigabytes gb
TB: terabyte terabytes tb
Hz: hertz
kHz: kilohertz khz
MHz: megahertz mhz
GHz: gigahertz ghz
dB: decibel decibels db
megapixel: megapixel megapixels mp
pixel: pixel pixels
rpm: rpm revs
mph: mph m.p.h. miles_per_hour miles_an_hour
m/s: m/s metres_per_second meters_per_second metres_a_second meters_a_second
km/h: kph kmh km/h kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour
mpg: mpg m.p.g. miles_per_gallon
knot: knot knots
magnitude: magnitude
ppm: ppm parts_per_million
ppb: ppb parts_per_billion
percentage point: percentage_point percentage_points %_points percent_points pp
basis point: basis_point basis_points bp bps
point: point points pts
pound-foot: lb-ft pound-feet
Nm: newton_metre newton_metres
kiloton: kt
°C: degc
°F: degf
`;

/** Signs that are read with their case, alone or before a slash: "5 W", "kV/cm". */
const SIGNS = `
km: km
m: m
cm: cm
mm: mm
μm: μm µm um
nm: nm
ft: ft ′
inch: in ″
yard: yd
mi: mi
kg: kg
g: g
mg: mg
μg: μg µg mcg
t: t
L: L l
mL: mL
cl: cl
ha: ha
W: W
kW: kW
MW: MW
GW: GW
TW: TW
Wh: Wh
kWh: kWh
MWh: MWh
GWh: GWh
TWh: TWh
volt: V
kilovolt: kV
millivolt: mV
ampere: A
milliampere: mA
mAh: mAh
°F: F
°C: C
K: K
joule: J
kilojoule: kJ
MJ: MJ
eV: eV
Hz: Hz
kHz: kHz
MHz: MHz
GHz: GHz
MB: MB
GB: GB
TB: TB
PB: PB
Gbps: Gbps
Mbps: Mbps
dB: dB
Pa: Pa
hPa: hPa
kPa: kPa
bar: bar
psi: psi
R: R
Ω: Ω
N: N
kN: kN
ms: ms
cc: cc
`;

const read = (table: string): [string, string][] =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const colon = line.indexOf(': ');
      const symbol = line.slice(0, colon);
      return line
        .slice(colon + 2)
        .split(' ')
        .map((name): [string, string] => [name.replaceAll('_', ' '), symbol]);
    });

/** Names in small letters, words joined by one space, to the unit's symbol. */
export const UNIT_NAMES: ReadonlyMap<string, string> = new Map(read(WORDS));

/** First words of units' names. */
export const UNIT_STARTS: ReadonlySet<string> = new Set(
  [...UNIT_NAMES.keys()].map((name) => name.split(/[ -]/, 1)[0] ?? ''),
);

/** Signs as written to the unit's symbol. */
export const UNIT_SIGNS: ReadonlyMap<string, string> = new Map(read(SIGNS));

/** Signs of one letter that are taken only straight after the number or before a slash ("5 a day"). */
export const isLooseSign = (sign: string): boolean => sign.length > 1 && sign !== 'in' && sign !== 'bar';

/** The most words that one unit's name has. */
export const LONGEST_UNIT_NAME = 3;

/** What a rate may be counted by, beside units of measure and of time: "per person", "a head". */
export const RATE_NOUNS: ReadonlySet<string> = new Set(
  'person capita head share household student pupil worker employee employe passenger vehicle unit ticket patient child inhabitant resident voter user customer bottle barrel gallon item night visit game match seat home dose quintal'.split(
    ' ',
  ),
);
