/** The holidays that the State Council published for 2025 and 2026, as the demo office keeps them (docs/rules.md 9). */
export const DEMO_HOLIDAYS = [
  '2025: 0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008 +0126 +0208 +0427 +0928 +1011',
  '2026: 0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007 +0104 +0214 +0228 +0509 +0920 +1010',
].join('; ');
