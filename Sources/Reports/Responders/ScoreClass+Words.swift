import Analysis
import Instruments
import Text

extension ScoreClass {
  /// The key in CSV and JSON.
  var key: String {
    switch self {
    case .cases: "case"
    case .band: "band"
    }
  }

  /// The name that its source gives it.
  var label: String {
    switch self {
    case .cases(let threshold): threshold.label
    case .band(let band): band.label
    }
  }

  /// The scores: `≥ 10`, `5–9`.
  var scores: String {
    switch self {
    case .cases(let threshold):
      "\(threshold.comparison.sign) \(NumberText.shortest(threshold.value))"
    case .band(let band):
      "\(NumberText.shortest(band.from))–\(NumberText.shortest(band.through))"
    }
  }

  /// `≥ 10 NHS Talking Therapies caseness`, `5–9 mild`.
  var title: String { "\(scores) \(label)" }

  /// The threshold, or the lowest score of the band.
  var value: Double {
    switch self {
    case .cases(let threshold): threshold.value
    case .band(let band): band.from
    }
  }

  /// The publication that defines it; nil where none is named.
  func source(in instrument: Instrument) -> Source? {
    switch self {
    case .cases(let threshold): threshold.source
    case .band: instrument.bandsSource
    }
  }
}

extension MeasureResponders {
  /// The proportions of each distinct class of scores, with the titles of all classes that contain
  /// the same scores: `≥ 6 lonely` may also be a band.
  var differentProportions: [(title: String, proportion: ClassProportions)] {
    proportions.indices.compactMap { position in
      let alike = proportions.indices.filter {
        proportions[$0].scoreClass.holdsSameScores(
          as: proportions[position].scoreClass, on: instrument)
      }
      guard alike.first == position else { return nil }
      let first = proportions[position].scoreClass
      let others = alike.dropFirst().map { proportions[$0].scoreClass }.filter {
        $0.label != first.label
      }
      return (([first] + others).map(\.title).joined(separator: "; "), proportions[position])
    }
  }
}
