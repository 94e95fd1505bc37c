import Documents
import Analysis
import Instruments
import Statistics

/// Says in words what a change on one instrument is measured by, or what is missing for that.
struct ChangeCriteriaSentences {
  let measure: MeasureResponders
  let question: ResponderQuestion
  let row: DisclosedRow

  /// How large a change must be, or why that is not known, and by what the tables judge.
  var text: String {
    [size ?? obstacle, reliableRule].compactMap(\.self).joined(separator: " ")
  }

  /// Why there is no reliable change index; nil where there is one.
  var obstacle: String? {
    guard case .failure(let obstacle) = measure.criteria.index else { return nil }
    let reason =
      switch obstacle {
      case .noReliability:
        "no reliability was given or published, and none can be computed from complete answers at"
          + " baseline. \(Self.remedy)"
      case .alphaIsLow(let alpha):
        "\(Self.ownAlpha) is \(number(alpha.alpha))\(forms(of: alpha)), below .70, and no other"
          + " reliability is known. \(Self.remedy)"
      case .impossibleReliability(let value):
        "it needs a reliability from 0 to below 1, and this one is \(number(value))."
      case .tooFewPairs:
        "it needs two participants scored at both times, or a standard deviation from a norm (--sd)."
      case .noSpread: "all baseline scores are equal."
      }
    return "No reliable change index: " + reason
  }

  /// By which rule the categories below are reliable, where there is a choice; nil without
  /// categories.
  private var reliableRule: String? {
    let isPublished = measure.criteria.rules.contains { $0.kind == .published }
    guard let rule = measure.criteria.reliableRule, isPublished, !measure.lines.isEmpty
    else { return nil }
    let name =
      rule.kind == .published
      ? "“\(rule.threshold.label)”, \(rule.threshold.numbers)\(rule.threshold.source.doubt), decides"
      : "the reliable change index decides"
    return "For what is called recovered, improved and deteriorated below, \(name)."
  }

  /// How large a change has to be; nil without an index.
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
      + " measurement \(number(change.standardErrorOfMeasurement)). By the reliable change index a"
      + " change of more than \(number(change.threshold)) points\(smallest) is reliable."
  }

  /// The three cut-offs, as far as they can be computed; nil without any.
  var cutoffs: String? {
    measure.criteria.cutoffs.map { cutoffs in
      let range = measure.instrument.range
      let beyond = measure.criteria.lines.first { !range.contains($0.score) }
      let outside =
        beyond.map { " Nobody can cross \($0.label): it is outside the scale." } ?? ""
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

  /// The interval of an alpha and its forms; nothing where they must not be told.
  private func forms(of alpha: CronbachAlpha) -> String {
    guard row.disclosure.policy == nil else { return "" }
    let interval = alpha.confidenceInterval.map {
      "95 % CI \(ReadableNumber.interval($0, decimals: 2)), "
    }
    return " (\(interval ?? "")\(ReadableNumber.count(alpha.forms, "complete form")))"
  }

  private static let ownAlpha = "Cronbach's alpha of these participants' own answers at baseline"

  private static let remedy = "Give one with --reliability R --reliability-of SOURCE."

  private func number(_ value: Double, decimals: Int = 2) -> String {
    ReadableTable.text(row.statistic(.decimal(value, decimals: decimals), decimals: decimals))
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
