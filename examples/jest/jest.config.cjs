const esModules = [
  'outbound-number-picker',
  'rettime',
  'until-async',
  '@open-draft/deferred-promise',
]

module.exports = {
  testEnvironment: 'jest-fixed-jsdom',
  transform: { '\\.m?[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
}
