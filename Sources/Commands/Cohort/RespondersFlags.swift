import Arguments
import Analysis
import Statistics
import Text

/// How changes are to be judged, as typed: `--timepoint`, `--reliability`, `--sd`, norms,
/// `--cutoff`.
struct RespondersFlags {
  private(set) var question: ResponderQuestion
  private var values: ValueReader

  /// - Throws: everything that is wrong with the flags, at once.
  init(_ arguments: ParsedArguments, _ cohort: CohortQuestion) throws(Refusal) {
    values = ValueReader(arguments)
    question = ResponderQuestion(
      followUp: .timepoint(cohort.open.program.timepoints.count - 1))
    readFollowUp(cohort)
    readReliability()
    readSpread()
    readNorm()
    question.listsParticipants = arguments.has(.list)
    if question.listsParticipants, arguments.has(.by) {
      values.report(
        "--list shows single participants and --by groups of them",
        remedy: "for the list of one group, take --where")
    }
    question.cutoff = arguments.value(of: .cutoff).flatMap(ClinicalLine.Cutoff.init(rawValue:))
    if let cutoff = question.cutoff, cutoff != .a, question.functional == nil {
      values.report(
        "cutoff \(cutoff.rawValue) needs people without the problem",
        remedy: "give the norm's --norm-mean and --norm-sd, or take --cutoff a")
    }
    question.reliableBy =
      arguments.value(of: .reliableBy).flatMap(ResponderQuestion.ReliableBy.init(rawValue:))
      ?? .published
    refuseSeveralInstruments(arguments, cohort)
    try values.finish()
  }

  private mutating func readFollowUp(_ cohort: CohortQuestion) {
    let timepoints = cohort.open.program.timepoints.map(\.id.rawValue)
    guard timepoints.count > 1 else {
      values.refuse([
        Diagnostic(
          "this program has no later timepoint, so there is no change",
          remedy: "`outcomes summary` describes the scores")
      ])
      return
    }
    guard let text = values.arguments.value(of: .laterTimepoint) else { return }
    if let position = timepoints.dropFirst().firstIndex(of: text) {
      question.followUp = .timepoint(position)
    } else if text == FollowUpChoice.keyOfLast {
      question.followUp = .lastOfEach
    } else {
      values.refuseUnknown(
        "later timepoint", text, known: Array(timepoints.dropFirst()) + [FollowUpChoice.keyOfLast])
    }
  }

  private mutating func readReliability() {
    let source = values.arguments.value(of: .reliabilitySource)
    guard let value = number(.reliability, from: 0, below: 1) else {
      if source != nil, values.arguments.value(of: .reliability) == nil {
        values.report(
          "--reliability-of names the source of a number that is not given",
          remedy: "add it: --reliability 0.84")
      }
      return
    }
    question.reliability = Reliability(value, .given(source: source))
  }

  private mutating func readSpread() {
    switch values.arguments.value(of: .spread) {
    case nil, "baseline": question.spread = .pairs
    case "all-baselines": question.spread = .allBaselines
    case let text?:
      if let value = DecimalText.parse(typed: text), value > 0 {
        question.spread = .given(value)
      } else {
        values.report(
          "“\(text)” is not a standard deviation",
          remedy: "baseline, all-baselines, or a number above 0: --sd 5.2")
      }
    }
  }

  private mutating func readNorm() {
    let mean = number(.normMean)
    let spread = number(.normSpread, from: 0)
    if let mean, let spread {
      question.functional = .init(mean: mean, standardDeviation: spread)
    } else if (values.arguments.value(of: .normMean) == nil)
      != (values.arguments.value(of: .normSpread) == nil)
    {
      values.report(
        "a norm is a mean and a standard deviation",
        remedy: "give both: --norm-mean 3.5 --norm-sd 3.1")
    }
  }

  /// The number that a flag gives; nil where it was not given or is none.
  private mutating func number(
    _ option: OptionDefinition, from lowest: Double = -.infinity, below limit: Double = .infinity
  ) -> Double? {
    guard let text = values.arguments.value(of: option) else { return nil }
    if let value = DecimalText.parse(typed: text), value >= lowest, value < limit { return value }
    let range =
      limit < .infinity
      ? " from 0 to below 1" : lowest.isFinite ? " of at least 0" : ""
    values.report("“\(text)” is not a number\(range)", remedy: "write \(option.synopsis)")
    return nil
  }

  /// Numbers of one questionnaire say nothing about another.
  private mutating func refuseSeveralInstruments(
    _ arguments: ParsedArguments, _ cohort: CohortQuestion
  ) {
    let given = [OptionDefinition.reliability, .normMean].filter { arguments.has($0) }.map(\.flag)
    let isNumber = if case .given = question.spread { true } else { false }
    let flags = given + (isNumber ? ["--sd"] : [])
    guard !flags.isEmpty, cohort.instruments.count > 1 else { return }
    values.report(
      "\(flags.joined(separator: ", ")): numbers of one questionnaire, while"
        + " \(cohort.instruments.count) are asked about",
      remedy: "name it with --instrument")
  }
}

extension OptionDefinition {
  static let laterTimepoint = OptionDefinition(
    "timepoint", valueName: "TIMEPOINT",
    help: "the later timepoint, or “last” for everybody's own last; else the program's last")

  static let reliability = OptionDefinition(
    "reliability", valueName: "R",
    help: "the questionnaire's reliability, 0 to below 1; else a published one, else alpha")

  static let reliabilitySource = OptionDefinition(
    "reliability-of", valueName: "TEXT", help: "whose reliability that is")

  static let spread = OptionDefinition(
    "sd", valueName: "baseline|all-baselines|NUMBER",
    help: "whose standard deviation; else the baseline of those scored at both times")

  static let normMean = OptionDefinition(
    "norm-mean", valueName: "M", help: "mean of people without the problem")

  static let normSpread = OptionDefinition(
    "norm-sd", valueName: "S", help: "their standard deviation")

  static let cutoff = OptionDefinition(
    "cutoff", help: "the line to recover across; else c with a norm, a without",
    allowedValues: ["a", "b", "c"])

  static let reliableBy = OptionDefinition(
    "reliable-by", help: "what says who changed reliably; else published where there is one",
    allowedValues: ResponderQuestion.ReliableBy.allCases.map(\.rawValue))

  static let list = OptionDefinition(
    "list", help: "one row for each participant; not for sharing")
}
