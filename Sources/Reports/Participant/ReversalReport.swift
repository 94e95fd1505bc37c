import Documents
import Instruments
import Records
import Text

extension Entry {
  /// The moment when it was entered, as text.
  package var moment: String { recordedAt?.description ?? "" }

  /// What it did, in a few words: its reason, if that says so, or the actions of its lines.
  package var words: String {
    let isOfOneLine = events.count + assessments.count == 1
    return isOfOneLine || reason.isEmpty
      ? actions.listed("and")
      : EntryStamp.withoutReversals(reason)
  }
}

/// What an entry changed: what stands now, and what will stand when it is taken back.
package struct ReversalReport {
  private let entry: Entry
  private let reversal: EntryReversal
  private let program: Program

  package init(_ entry: Entry, _ reversal: EntryReversal, _ program: Program) {
    self.entry = entry
    self.reversal = reversal
    self.program = program
  }

  package var document: Document {
    let name = entry.events.first?.recordedBy ?? entry.assessments.first?.recordedBy ?? ""
    let rows = reversal.changes.flatMap(rows)
    let table = Table(
      columns: [
        Column("participant", .leading), Column("measure", .leading),
        Column("timepoint", .leading), Column("now", .leading), Column("afterward", .leading),
      ],
      rows: Array(rows.prefix(Self.mostRows)))
    let rest = rows.count - table.rows.count
    return Document(
      title: "entered last by “\(name)”, at \(entry.moment): \(entry.words)",
      blocks: [.table(table)]
        + (rest > 0 ? [.paragraph("And \(ReadableNumber.integer(rest)) more.")] : []))
  }

  /// The most rows that a person looks at before answering.
  private static let mostRows = 50

  private func rows(_ change: EntryReversal.Change) -> [[Cell]] {
    let id = Cell.text(change.participant.rawValue)
    let enrollment =
      change.changesEnrollment
      ? [
        [
          id, .text("enrollment"), .blank, .text(enrollment(change.now)),
          .text(enrollment(change.after)),
        ]
      ] : []
    let forms = change.forms.map { key -> [Cell] in
      let name = program.instrument(key.instrument)?.name ?? key.instrument.rawValue
      return [
        id, .text(name), .text(key.timepoint.rawValue), .text(form(key, change.now)),
        .text(form(key, change.after)),
      ]
    }
    return enrollment + forms
  }

  private func enrollment(_ lines: ParticipantLines) -> String {
    guard let participant = EnrollmentState(lines.events).participant else {
      return "not enrolled"
    }
    return participant.details(program).joined(separator: " · ")
  }

  /// What stands for a form, in the words of `outcomes show`.
  private func form(_ key: FormKey, _ lines: ParticipantLines) -> String {
    guard let state = FormState.of(key, in: lines.assessments, program),
      let participant = Participant(lines.events)
    else { return Self.nothing }
    let row = ParticipantRow.rows(of: participant, lines.assessments, program).first {
      FormKey($0.assessment) == key
    }
    let alert = state.alerts.open.isEmpty ? [] : ["alert open"]
    let words = row?.words ?? state.skip.map { ["skipped: \($0.ownReason)"] } ?? [Self.nothing]
    return (words + alert).joined(separator: ", ")
  }

  private static let nothing = "nothing"
}

extension ParticipantRow {
  /// The score, date, change, band and notes.
  fileprivate var words: [String] {
    let score = assessment.score.map { ReadableNumber.decimal($0, decimals: decimals) }
    let change = change.map { difference in
      let direction = instrument.direction.improvement(of: difference)
      let word = direction == 0 ? "same" : direction > 0 ? "better" : "worse"
      return difference == 0
        ? word : "\(ReadableNumber.change(difference, decimals: decimals)) \(word)"
    }
    return ["\(score ?? "not scorable") on \(assessment.date)"]
      + [change, bandText, note].compactMap { $0 }.filter { !$0.isEmpty }
  }
}
