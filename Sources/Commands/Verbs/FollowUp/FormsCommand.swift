import Analysis
import Arguments
import Records
import Reports
import Text

extension Command {
  /// `outcomes forms [ID…]`
  static let forms = Command(
    CommandDefinition(
      "forms", group: .followUp, summary: "Blank questionnaires to print",
      discussion:
        "Writes a page of HTML that any browser prints, with the forms that are missing: of "
        + "everyone who is due or soon due, in the order of `outcomes due`, or of the participants "
        + "named. Each participant and timepoint begins on paper of its own. Beside each box is "
        + "the code that is entered for it. Items whose wording may not be distributed are named "
        + "by their topic only: add the publisher's form.",
      positionals: [.formsOf],
      options: [.formsFile, .blank, .onlyTimepoint, .onlyInstrument, .within, .dueOrder],
      sharedOptions: [.where, .asOf],
      examples: [
        CommandExample("outcomes forms -o due.html", "Whatever is missing of those who are due"),
        CommandExample(
          "outcomes forms P001 P002 --timepoint day30 -o day30.html", "Two participants, day 30"),
        CommandExample(
          "outcomes forms --blank --instrument phq-9 -o phq-9.html",
          "A PHQ-9 with a place to write the id"),
      ])
  ) { read, world throws(Refusal) in
    let program = read.program()
    let (request, path) = try readAll(read.formsRequest(in: program), read.formsPath())
    let page = FormsPage(
      program: try program.get().program.settings.name, packets: try await request.packets())
    try refusing(
      try Output(read).write { destination throws(Problems) in
        try page.write { text throws(Problems) in try destination.write(Array(text.utf8)) }
      })
    if path != "-" { world.console.print("\(path) contains \(page.size)") }
    for instrument in page.withoutWording {
      world.console.say(
        "outcomes: add the publisher's form of \(instrument.name), whose wording is not printed")
    }
    return .done
  }
}

/// Whose forms are to be printed.
private struct FormsRequest {
  let question: CohortQuestion
  let limits: DueList.Limits
  let order: DueList.Order
  /// The ids of the participants named; empty for everyone who is due.
  let named: [ParticipantID]
  /// True for forms without an id.
  let isBlank: Bool

  /// The forms, at least one.
  func packets() async throws(Refusal) -> [FormPacket] {
    guard !isBlank else { return blankPackets }
    let list = DueList(try await question.table(), question.selection, limits, by: order)
    let packets = FormPacket.packets(for: list, instruments: question.instruments)
    guard !named.isEmpty else {
      guard !packets.isEmpty else { throw nobodyDue }
      return packets
    }
    let ids = Set(named.map(\.rawValue))
    let ofNamed = packets.filter { $0.participant.map(ids.contains) == true }
    let found = Set(ofNamed.compactMap(\.participant))
    let withoutForms = named.filter { !found.contains($0.rawValue) }.map(nothingMissing)
    guard withoutForms.isEmpty else { throw Refusal(.refused, withoutForms) }
    return ofNamed
  }

  private var program: Program { question.open.program }

  private var blankPackets: [FormPacket] {
    let instruments = question.instruments.map { program.instruments[$0] }
    let isForAny = limits.timepoints.count == program.timepoints.count
    let timepoints = limits.timepoints.map { program.timepoints[$0].id.rawValue }
    return (isForAny ? [nil] : timepoints.map(Optional.some)).map { timepoint in
      FormPacket(participant: nil, timepoint: timepoint, instruments: instruments)
    }
  }

  private var nobodyDue: Refusal {
    Refusal(
      .refused,
      Diagnostic(
        "no form is due as of \(question.selection.asOf)",
        remedy: "look further ahead with --within DAYS, name participants, or print forms without"
          + " an id with --blank"))
  }

  private func nothingMissing(of id: ParticipantID) -> Diagnostic {
    let isForAny = limits.timepoints.count == program.timepoints.count
    let timepoints = limits.timepoints.map { program.timepoints[$0].id.rawValue }
    return isForAny
      ? Diagnostic(
        "\(id) has no form that is due as of \(question.selection.asOf)",
        remedy: "name a timepoint with --timepoint")
      : Diagnostic(
        "\(id) has no form missing at \(timepoints.listed("or"))",
        remedy: "see `outcomes show \(id)`")
  }
}

extension ValueReader {
  fileprivate func formsRequest(in open: Reading<OpenProgram>) -> Reading<FormsRequest> {
    Reading { () throws(Refusal) in
      let (question, within, timepoints, named, _) = try readAll(
        cohortQuestion(in: open), days(.within), self.timepoints(.onlyTimepoint, in: open),
        askedParticipants(in: open), formsOfOneKind())
      // A participant who is named at a timepoint is asked whatever the day is.
      let isAnyDay = !named.isEmpty && arguments.has(.onlyTimepoint)
      let limits = DueList.Limits(
        within: isAnyDay ? .max : within ?? DueList.Limits.usualHorizon,
        missedWithin: isAnyDay ? nil : 0, timepoints: timepoints)
      return FormsRequest(
        question: question, limits: limits, order: choice(.dueOrder) ?? .urgency, named: named,
        isBlank: arguments.has(.blank))
    }
  }

  /// Reads the ids, each of a participant who has not withdrawn.
  private func askedParticipants(in open: Reading<OpenProgram>) -> Reading<[ParticipantID]> {
    arguments.values(of: .formsOf).map { text in
      participantID(text).flatMap { id in
        open.flatMap { open in Reading { () throws(Refusal) in try open.participant(id) } }
      }.flatMap { participant in
        guard let withdrawnOn = participant.withdrawnOn else { return .success(participant.id) }
        return .refused(
          Diagnostic(
            "\(participant.id) withdrew on \(withdrawnOn): no form is asked for after that day",
            remedy: "leave the id out; or enroll them again with"
              + " `outcomes enroll \(participant.id)`"))
      }
    }.all()
  }

  /// Refuses more than one way to say whose forms are wanted.
  private func formsOfOneKind() -> Reading<Void> {
    let ways = [
      (arguments.value(of: .formsOf) != nil, "ids"),
      (arguments.has(.where), "--where"), (arguments.has(.blank), "--blank"),
    ].filter(\.0).map(\.1)
    return refuse(
      if: ways.count > 1, "\(ways.listed("and")) cannot be used together",
      remedy: "name participants, select those who are due with --where, or print forms without an"
        + " id with --blank")
  }

  /// Reads the path of the page, whose extension must not be that of something else.
  fileprivate func formsPath() -> Reading<String> {
    let path = arguments.requiredValue(of: .formsFile)
    let isPage = path == "-" || [".html", ".htm"].contains { path.lowercased().hasSuffix($0) }
    return .of(
      isPage ? path : nil, else: "“\(path)” does not end with .html",
      remedy: "forms are written as HTML, which a browser prints or saves as PDF")
  }
}

extension PositionalDefinition {
  fileprivate static let formsOf = PositionalDefinition(
    PositionalDefinition.participant.name,
    help: "the participants' ids; default: everyone who is due or soon due", isOptional: true,
    isRepeatable: true, completion: .activeParticipant)
}

extension OptionDefinition {
  fileprivate static let formsFile = OptionDefinition(
    output.name, letter: output.letter, valueName: "FILE.html",
    help: "the file to write, readable only by you if it is new; “-” is standard output",
    isRequired: true, completion: .file)

  fileprivate static let blank = OptionDefinition(
    "blank", help: "forms without an id, for anyone")
}
