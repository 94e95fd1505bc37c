import Statistics

/// One sample of pairs with what R computed from it.
struct PairedSample: Decodable {
  let baseline: [Double]
  let followUp: [Double]
  let describeBaseline: Description
  let describeFollowUp: Description
  let describeChange: Description
  let covariance: Double
  let t: Double
  let df: Int
  let p: Double
  let standardError: Double
  let ci95: [Double]
  let ci90: [Double]
  let cohensDz: Double
  let cohensDav: Double
  let hedgesJ: Double?
  let hedgesGAv: Double?
  let percentOfMeans: Double
  let percentOfIndividuals: Double
  let leftOut: Int
  let fieller95: Ends
  let fieller99: Ends
  let percentFieller95: Ends

  struct Description: Decodable {
    let n: Int
    let mean: Double
    let sd: Double
    let min: Double
    let q1: Double
    let median: Double
    let q3: Double
    let max: Double
    let p10: Double
    let p937: Double
  }

  struct Ends: Decodable {
    let lower: Double?
    let upper: Double?
  }

  var pairs: [(baseline: Double, followUp: Double)] {
    zip(baseline, followUp).map { (baseline: $0, followUp: $1) }
  }

  var table: PairedFrequencyTable { PairedFrequencyTable(baseline, followUp) }
}

/// One run of R's `p.adjust`; nil is NA.
struct HolmCase: Decodable {
  let p: [Double?]
  let adjusted: [Double?]
}

extension PairedFrequencyTable {
  /// A table of the scores of the same people, in the same order.
  init(_ baseline: [Double], _ followUp: [Double]) {
    self.init(zip(baseline, followUp).map { (baseline: $0, followUp: $1) })
  }

  /// A table of (baseline, follow-up) pairs that a test writes down.
  init(pairs: [(Double, Double)]) {
    self.init(pairs.map { (baseline: $0.0, followUp: $0.1) })
  }
}
