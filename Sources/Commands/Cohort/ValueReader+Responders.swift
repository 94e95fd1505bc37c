import Analysis
import Arguments
import Statistics
import Text

extension ValueReader {
  /// Reads the criteria for judging changes: `--timepoint`, `--reliability`, `--sd`, norms,
  /// `--cutoff`.
  func responderQuestion(in open: Reading<OpenProgram>) -> Reading<ResponderQuestion> {
    Reading { () throws(Refusal) in
      let (followUp, reliability, spread, functional, listsParticipants, cutoff, _) = try readAll(
        followUpChoice(in: open), reliability(), spread(), norm(), listsParticipants(), cutoff(),
        refuseSeveralInstruments(in: open))
      var question = ResponderQuestion(followUp: followUp)
      question.reliability = reliability
      question.spread = spread
      question.functional = functional
      question.listsParticipants = listsParticipants
      question.cutoff = cutoff
      question.reliableBy = choice(.reliableBy) ?? .published
      return question
    }
  }

  /// Reads the follow-up; default: the program's last timepoint.
  private func followUpChoice(in open: Reading<OpenProgram>) -> Reading<FollowUpChoice> {
    open.flatMap { open in
      let later = open.program.timepoints.dropFirst().map(\.id.rawValue)
      guard !later.isEmpty else {
        return .refused(
          Diagnostic(
            "this program has no timepoint after baseline, so there is no change",
            remedy: "`outcomes summary` describes the scores"))
      }
      guard let name = arguments.value(of: .laterTimepoint) else {
        return .success(.timepoint(later.count))
      }
      let choices = later + [FollowUpChoice.keyOfLast]
      return open.position(of: name, among: choices, "later timepoint").map { position in
        position < later.count ? .timepoint(position + 1) : .lastOfEach
      }
    }
  }

  private func reliability() -> Reading<Reliability?> {
    let source = arguments.value(of: .reliabilitySource)
    guard source == nil || arguments.has(.reliability) else {
      return .wrong(
        "--reliability-of names a source, but no reliability is given",
        remedy: "give one, such as --reliability 0.84")
    }
    let value = number(.reliability, from: 0, below: 1, named: "number from 0 to below 1")
    return value.map { value in value.map { Reliability($0, .given(source: source)) } }
  }

  private func spread() -> Reading<ResponderQuestion.Spread> {
    switch arguments.value(of: .spread) {
    case nil, "baseline": .success(.pairs)
    case "all-baselines": .success(.allBaselines)
    case let text?:
      Reading.of(
        DecimalText.parse(typed: text).flatMap { $0 > 0 ? .given($0) : nil },
        else: "“\(text)” is not a standard deviation",
        remedy: "baseline, all-baselines, or a number above 0: --sd 5.2")
    }
  }

  /// Reads the norm of people without the problem; nil if none is given.
  private func norm() -> Reading<JacobsonTruaxCutoffs.Population?> {
    Reading { () throws(Refusal) in
      let (mean, spread, _) = try readAll(
        number(.normMean, named: "number"),
        number(.normSpread, from: 0, named: "number of at least 0"),
        refuse(
          if: arguments.has(.normMean) != arguments.has(.normSpread),
          "a norm needs both a mean and a standard deviation",
          remedy: "give both: --norm-mean 3.5 --norm-sd 3.1"))
      return mean.flatMap { mean in spread.map { .init(mean: mean, standardDeviation: $0) } }
    }
  }

  private func listsParticipants() -> Reading<Bool> {
    arguments.has(.list) && arguments.has(.by)
      ? .wrong(
        "--list shows individual participants, and --by shows groups",
        remedy: "to list one group, use --where")
      : .success(arguments.has(.list))
  }

  private func cutoff() -> Reading<ClinicalLine.Cutoff?> {
    let cutoff: ClinicalLine.Cutoff? = choice(.cutoff)
    let hasNorm = arguments.has(.normMean) && arguments.has(.normSpread)
    guard let cutoff, cutoff != .a, !hasNorm else { return .success(cutoff) }
    return .wrong(
      "cutoff \(cutoff.rawValue) needs the norm of people without the problem",
      remedy: "give --norm-mean and --norm-sd, or use --cutoff a")
  }

  /// Refuses numbers that apply to one questionnaire if several are selected.
  private func refuseSeveralInstruments(in open: Reading<OpenProgram>) -> Reading<Void> {
    instruments(.onlyInstrument, in: open).flatMap { instruments in
      let isNumber = if case .success(.given) = spread() { true } else { false }
      let given =
        [OptionDefinition.reliability, .normMean].filter(arguments.has).map(\.flag)
        + (isNumber ? [OptionDefinition.spread.flag] : [])
      return refuse(
        if: !given.isEmpty && instruments.count > 1,
        "\(given.joined(separator: ", ")): these apply to one questionnaire, but"
          + " \(instruments.count) are selected",
        remedy: "name it with --instrument")
    }
  }
}

extension OptionDefinition {
  static let laterTimepoint = OptionDefinition(
    "timepoint", valueName: "TIMEPOINT",
    help:
      "the follow-up timepoint, or “last” for each participant's last; default: the program's last",
    completion: .either(.timepoint, or: [FollowUpChoice.keyOfLast]))

  static let reliability = OptionDefinition(
    "reliability", valueName: "R",
    help: "the questionnaire's reliability, from 0 to below 1; default: a published one, or alpha")

  static let reliabilitySource = OptionDefinition(
    "reliability-of", valueName: "TEXT", help: "the source of that reliability")

  static let spread = OptionDefinition(
    "sd", valueName: "baseline|all-baselines|NUMBER",
    help: "the standard deviation; default: at baseline of those scored at both times")

  static let normMean = OptionDefinition(
    "norm-mean", valueName: "M", help: "the mean of people without the problem")

  static let normSpread = OptionDefinition(
    "norm-sd", valueName: "S", help: "the standard deviation of people without the problem")

  static let cutoff = OptionDefinition(
    "cutoff", help: "the cutoff for recovery; default: c with a norm, a without",
    choices: ClinicalLine.Cutoff.self)

  static let reliableBy = OptionDefinition(
    "reliable-by", help: "the criterion for reliable change; default: published, if there is one",
    choices: ResponderQuestion.ReliableBy.self)

  static let list = OptionDefinition(
    "list", help: "print one row per participant; cannot be shared")
}
