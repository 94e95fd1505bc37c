import Statistics

/// What R computed of paired and reliable change in one whole cohort.
struct CohortCase: Decodable {
  let name: String
  let improved: Int
  let deteriorated: Int
  let functionalMean: Double
  let functionalSd: Double
  let reliability: Double
  let sdBaseUsed: Double
  let meanBaseUsed: Double
  let sem: Double
  let sDiff: Double
  let critical: Double
  let rawChangeThreshold: Double
  let direction: Int
  let cutoffA: Double
  let cutoffB: Double
  let cutoffC: Double
  /// Only for cohorts whose people may be kept here.
  let people: People?

  struct People: Decodable {
    let baseline: [Double]
    let followUp: [Double]
    let index: [Double]
    let nZero: Int
    let nNonzero: Int
    let sumOfPositiveRanks: Double
    let rankBiserial: Double
    let hodgesLehmannExactNonzero: Double
    let rConfInt: [Double]
    let wilcoxonP: Double
    let dz: Double
    let dzCi95: [Double]
    let dAvMeanOfSds: Double
    let dAvRootMeanVar: Double
    let dAvRootMeanVarCi95: [Double]
    let dRm: Double
    let dRmCi95: [Double]
    let glassDelta: Double
    let gZ: Double
    let gAv: Double
  }

  static func all() throws -> [CohortCase] { try Oracle.cases(from: .cohortsByR) }

  static func withPeople() throws -> [CohortCase] { try all().filter { $0.people != nil } }

  var table: PairedFrequencyTable? {
    people.map { PairedFrequencyTable($0.baseline, $0.followUp) }
  }
}
