import Documents
import Instruments
import Records
import Text

/// The report of `outcomes show`: one participant's scores, with bands and change from baseline.
package struct ParticipantReport: Reportable {
  let participant: Participant
  let program: Program
  private let knownAt: Timestamp?
  let rows: [ParticipantRow]
  /// The open alerts, by timepoint and instrument, including those of voided assessments.
  let openAlerts: [OpenAlert]

  /// An answer that needs a person's attention, or did before it was taken back.
  struct OpenAlert: Sendable {
    let timepoint: TimepointID
    let instrument: Instrument
    let alert: AlertState.Alert
  }

  /// The risk items that are not known and that nobody has asked about, likewise.
  let unknownItems: [UnknownItem]

  /// A risk item without an answer.
  struct UnknownItem: Sendable {
    let timepoint: TimepointID
    let instrument: Instrument
    let unknown: AlertState.UnknownItem
  }

  /// The forms that were asked for in vain, in the order in which they were skipped.
  let skipped: [Assessment]

  /// - Parameters:
  ///   - history: the participant's lines, in the order of the file.
  ///   - knownAt: the moment up to which the store was read; nil for everything known now.
  package init(
    _ participant: Participant, _ history: [Assessment], _ program: Program,
    knownAt: Timestamp? = nil
  ) {
    self.participant = participant
    self.program = program
    self.knownAt = knownAt
    rows = ParticipantRow.rows(of: participant, history, program)
    let states = program.timepoints.flatMap { timepoint in
      program.instruments.map { instrument in
        let lines = history.filter {
          $0.timepoint == timepoint.id && $0.instrument == instrument.id
        }
        return (timepoint.id, instrument, AlertState(after: lines, instrument))
      }
    }
    openAlerts = states.flatMap { timepoint, instrument, state in
      state.open.map { OpenAlert(timepoint: timepoint, instrument: instrument, alert: $0) }
    }
    unknownItems = states.flatMap { timepoint, instrument, state in
      state.unknown.map { UnknownItem(timepoint: timepoint, instrument: instrument, unknown: $0) }
    }
    skipped = Assessment.skipped(history)
  }

  package var document: Document {
    let known = knownAt.map { ["as known at \($0)"] } ?? []
    let title = ["\(participant.id)"] + participant.details(program) + known
    let scores: Block =
      rows.isEmpty
      ? .paragraph("Nothing recorded yet: enter answers with `outcomes record`.")
      : .table(readable)
    return Document(
      title: title.joined(separator: " · "),
      blocks: [scores] + attention + notKnown + skippedForms + unverifiedBands)
  }

  package var table: Table {
    Table(
      columns: [
        Column("participant", .leading), Column("timepoint", .leading), Column("day"),
        Column("instrument", .leading), Column("date", .leading), Column("answers", .leading),
        Column("score"), Column("band", .leading), Column("band_verified", .leading),
        Column("change"), Column("in_window", .leading), Column("note", .leading),
        Column("needs_attention", .leading), Column("counts", .leading),
        Column("open_alert", .leading), Column("acknowledged", .leading),
      ],
      rows: rows.map { row in
        [
          .text(participant.id.rawValue), .text(row.timepoint.id.rawValue),
          .integer(row.timepoint.day), .text(row.instrument.id.rawValue),
          .date(row.assessment.date.description),
          row.assessment.answers.map { .text(AnswerText.text($0)) } ?? .blank, score(row),
          row.band.map { .text($0.label) } ?? .blank,
          row.band.map { _ in .flag(row.hasVerifiedBands) } ?? .blank,
          row.change.map { .change($0, decimals: row.decimals) } ?? .blank,
          .flag(row.isInWindow), .text(row.note),
          row.attention.isNeeded.map(Cell.flag) ?? .blank, .flag(row.counts),
          .flag(!row.alerts.open.isEmpty), .flag(row.isAcknowledged),
        ]
      } + skipped.map(cells))
  }

  /// A skipped form among the assessments, as a row that does not count.
  private func cells(_ skip: Assessment) -> [Cell] {
    let day = program.timepoints.first { $0.id == skip.timepoint }?.day
    return [
      .text(participant.id.rawValue), .text(skip.timepoint.rawValue),
      day.map(Cell.integer) ?? .blank, .text(skip.instrument.rawValue),
      .date(skip.date.description), .blank, .blank, .blank, .blank, .blank, .blank,
      .text("skipped: \(skip.ownReason)"), .blank, .flag(false), .flag(false),
      .flag(false),
    ]
  }

  private var readable: Table {
    Table(
      columns: [
        Column("measure", .leading), Column("timepoint", .leading), Column("date", .leading),
        Column("score"), Column("change"), Column("", .leading), Column("band", .leading),
        Column("note", .leading),
      ],
      rows: rows.map { row in
        let direction = row.change.map { row.instrument.direction.improvement(of: $0) }
        return [
          .text(row.instrument.name), .text(row.timepoint.id.rawValue),
          .date(row.assessment.date.description),
          score(row), row.change.map { .change($0, decimals: row.decimals) } ?? .blank,
          .text(direction.map { $0 == 0 ? "same" : $0 > 0 ? "better" : "worse" } ?? ""),
          .text(row.bandText), .text(row.note),
        ]
      })
  }

  /// The open alerts, whatever the total score.
  private var attention: [Block] {
    guard !openAlerts.isEmpty else { return [] }
    return [
      .notes(
        "Needs a person's attention today",
        openAlerts.map { open in
          "\(open.timepoint): \(open.instrument.name) \(open.instrument.words(for: open.alert)),"
            + " open since \(open.alert.since.date)"
        } + (program.settings.attentionMessage.map { [$0] } ?? []))
    ]
  }

  /// The risk items without an answer that nobody has asked about.
  private var notKnown: [Block] {
    guard !unknownItems.isEmpty else { return [] }
    return [
      .notes(
        "Risk items without an answer",
        unknownItems.map { item in
          "\(item.timepoint): \(item.instrument.name) \(item.instrument.itemName(item.unknown.item)),"
            + " since \(item.unknown.since.date)"
        } + [
          "Enter the answer with `outcomes correct`, or say what was done with"
            + " `outcomes acknowledge`."
        ])
    ]
  }

  private var skippedForms: [Block] {
    guard !skipped.isEmpty else { return [] }
    return [
      .notes(
        "Skipped: declined or not reached",
        skipped.map { skip in
          let name = program.instrument(skip.instrument)?.name ?? skip.instrument.rawValue
          return "\(skip.timepoint), \(skip.date): \(name): \(skip.ownReason)"
        })
    ]
  }

  private var unverifiedBands: [Block] {
    let sources = program.instruments.compactMap { instrument -> String? in
      guard let source = instrument.bandsSource, !source.isVerified,
        rows.contains(where: { $0.instrument.id == instrument.id && $0.band != nil })
      else { return nil }
      return "\(instrument.name): \(source.text)"
    }
    return sources.isEmpty ? [] : [.notes("Bands whose source was not verified", sources)]
  }

  private func score(_ row: ParticipantRow) -> Cell {
    row.assessment.score.map { .decimal($0, decimals: row.decimals) } ?? .blank
  }
}

extension Participant {
  /// The enrollment, the attributes and the withdrawal, each in a few words.
  func details(_ program: Program) -> [String] {
    let what = zip(program.settings.attributes, attributes)
      .filter { !$0.1.isEmpty }.map { "\($0) \($1)" }
    let leaving = state == .unused ? "withdrawn from use" : "withdrawn"
    let withdrawn = withdrawnOn.map { ["\(leaving) on \($0)"] } ?? []
    return ["enrolled on \(enrolledOn)"] + what + withdrawn
  }
}
