import Analysis
import Instruments

/// Says in words what a change on one instrument is measured by, or what is missing for that.
struct YardstickSentences {
  let measure: MeasureResponders
  let question: ResponderQuestion
  let row: DisclosedRow

  /// How large a change must be, or what is needed to say so.
  var text: String {
    let yardstick = measure.yardstick
    guard let reliability = yardstick.reliability else {
      return "No reliable change index: it needs a reliability. Give one with --reliability R"
        + " --reliability-of SOURCE, or enter answers instead of totals at baseline."
    }
    guard let clinical = yardstick.clinical else {
      return "No reliable change index: it needs two participants scored at both times, or a"
        + " standard deviation from a norm (--sd)."
    }
    guard let change = yardstick.reliableChange else {
      return "No reliable change index: "
        + (clinical.standardDeviation > 0
          ? "it needs a reliability from 0 to below 1, and this one is"
            + " \(number(reliability.value))." : "all baseline scores are equal.")
    }
    let smallest =
      measure.smallestReliableChange.map { ", \(number($0, decimals: 0)) or more in whole scores" }
      ?? ""
    return "Reliability \(number(reliability.value)) (\(reliability.words)); standard deviation"
      + " \(number(clinical.standardDeviation)) (\(question.spread.words)); standard error of"
      + " measurement \(number(change.standardErrorOfMeasurement)). Reliable is a change of more than"
      + " \(number(change.threshold)) points\(smallest)."
  }

  /// The three cut-offs, as far as they can be computed; nil without any.
  var cutoffs: String? {
    measure.yardstick.cutoffs.map { cutoffs in
      let range = measure.instrument.range
      let beyond = measure.yardstick.lines.first { !range.contains($0.score) }
      let outside =
        beyond.map { " Nobody can cross \($0.label): it is outside the scale." } ?? ""
      let computed = ClinicalLine.Cutoff.allCases.compactMap { cutoff in
        cutoffs[cutoff].map { "\(cutoff.rawValue) at \(number($0))" }
      }
      let needed = cutoffs.b == nil ? " b and c need a norm: --norm-mean M --norm-sd S." : ""
      return "Cut-offs: \(computed.joined(separator: ", ")).\(needed)\(outside)"
    }
  }

  private func number(_ value: Double, decimals: Int = 2) -> String {
    ReadableTable.text(row.statistic(.decimal(value, decimals: decimals), decimals: decimals))
  }
}

extension Reliability {
  fileprivate var words: String {
    switch origin {
    case .given(let source): source.map { "as given: \($0)" } ?? "as given, without a source"
    case .alphaOfCohort: "Cronbach's alpha of these participants' own answers at baseline"
    }
  }
}

extension ResponderQuestion.Spread {
  fileprivate var words: String {
    switch self {
    case .pairs: "baseline of those scored at both times"
    case .allBaselines: "baseline of everybody scored then"
    case .given: "as given"
    }
  }
}
