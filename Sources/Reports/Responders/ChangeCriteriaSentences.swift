import Documents
import Analysis
import Instruments
import Statistics

/// The criteria for change on one instrument in words, or what is missing for them.
struct ChangeCriteriaSentences {
  let measure: MeasureResponders
  let question: ResponderQuestion
  let row: DisclosedRow

  /// The size of a reliable change, or why it is not known, and the rule that the tables use.
  var text: String {
    [size ?? obstacle, reliableRule].compactMap(\.self).joined(separator: " ")
  }

  /// The reason there is no reliable change index; nil where there is one.
  var obstacle: String? {
    guard case .failure(let obstacle) = measure.criteria.index else { return nil }
    let reason =
      switch obstacle {
      case .noReliability:
        "no reliability was given or published, and none can be computed from complete baseline"
          + " answers. \(Self.remedy)"
      case .alphaIsLow(let alpha):
        "\(Self.ownAlpha) is \(number(alpha.alpha))\(forms(of: alpha)), below .70, and no other"
          + " reliability is known. \(Self.remedy)"
      case .impossibleReliability(let value):
        "the reliability must be at least 0 and below 1; it is \(number(value))."
      case .tooFewPairs:
        "it needs two participants scored at both times, or the standard deviation of a norm"
          + " (--sd)."
      case .noSpread: "all baseline scores are equal."
      }
    return "No reliable change index: " + reason
  }

  /// The rule for a reliable change in the tables that follow; nil without such tables, and where
  /// no threshold is published.
  private var reliableRule: String? {
    let isPublished = measure.criteria.rules.contains { $0.kind == .published }
    guard let rule = measure.criteria.reliableRule, isPublished, !measure.lines.isEmpty
    else { return nil }
    let name =
      rule.kind == .published
      ? "“\(rule.threshold.label)”, \(rule.threshold.numbers)\(rule.threshold.source.doubt)"
      : "the reliable change index"
    return "Below, recovered, improved and deteriorated are judged by \(name)."
  }

  /// The size of a reliable change; nil without an index.
  private var size: String? {
    let criteria = measure.criteria
    guard let change = criteria.reliableChange, let reliability = criteria.reliability,
      let clinical = criteria.clinical
    else { return nil }
    let smallest =
      measure.smallestReliableChange.map { " (\(number($0, decimals: 0)) or more in whole scores)" }
      ?? ""
    return
      "Reliability \(number(reliability.value)) (\(words(for: reliability))); standard deviation"
      + " \(number(clinical.standardDeviation)) (\(question.spread.words)); standard error of"
      + " measurement \(number(change.standardErrorOfMeasurement)). By the reliable change index, a"
      + " change of more than \(number(change.threshold)) points\(smallest) is reliable."
  }

  /// The cutoffs a, b and c that can be computed; nil without any.
  var cutoffs: String? {
    measure.criteria.cutoffs.map { cutoffs in
      let range = measure.instrument.range
      let beyond = measure.criteria.lines.first { !range.contains($0.score) }
      let outside =
        beyond.map { " No score can cross \($0.label), which is outside the scale." } ?? ""
      let computed = ClinicalLine.Cutoff.allCases.compactMap { cutoff in
        cutoffs[cutoff].map { "\(cutoff.rawValue) at \(number($0))" }
      }
      let needed =
        cutoffs.b == nil ? " Cutoffs b and c need a norm: --norm-mean M --norm-sd S." : ""
      return "Cutoffs computed here: \(computed.joined(separator: ", ")).\(needed)\(outside)"
    }
  }

  private func words(for reliability: Reliability) -> String {
    switch reliability.origin {
    case .given(let source): source.map { "as given: \($0)" } ?? "as given, without a source"
    case .published(let published): "published: \(published.text)"
    case .alphaOfCohort(let alpha): Self.ownAlpha + forms(of: alpha)
    }
  }

  /// The interval of an alpha and its number of forms; empty in shared output.
  private func forms(of alpha: CronbachAlpha) -> String {
    guard row.disclosure.policy == nil else { return "" }
    let interval = alpha.confidenceInterval.map {
      "95 % CI \(ReadableNumber.interval($0, decimals: 2)), "
    }
    return " (\(interval ?? "")\(ReadableNumber.count(alpha.forms, "complete form")))"
  }

  private static let ownAlpha = "Cronbach's alpha of these participants' baseline answers"

  private static let remedy = "Give one with --reliability R --reliability-of SOURCE."

  private func number(_ value: Double, decimals: Int = 2) -> String {
    ReadableTable.text(row.statistic(.decimal(value, decimals: decimals), decimals: decimals))
  }
}

extension ResponderQuestion.Spread {
  fileprivate var words: String {
    switch self {
    case .pairs: "at baseline, of participants scored at both times"
    case .allBaselines: "at baseline, of all participants scored then"
    case .given: "as given"
    }
  }
}
