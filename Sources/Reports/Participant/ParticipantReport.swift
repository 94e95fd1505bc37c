import Instruments
import Records

/// What `outcomes show` says: one participant's scores, with bands and change from baseline.
package struct ParticipantReport: Reportable {
  private let participant: Participant
  private let program: Program
  private let knownAt: Timestamp?
  fileprivate let rows: [Row]

  /// One assessment with what it means.
  fileprivate struct Row {
    let assessment: Assessment
    let timepoint: Timepoint
    let instrument: Instrument
    let baseline: Double?

    var change: Double? {
      guard let baseline, let score = assessment.score else { return nil }
      return score - baseline
    }
  }

  /// - Parameters:
  ///   - assessments: those that count.
  ///   - knownAt: the moment up to which the store was read; nil where it is all that is known now.
  package init(
    _ participant: Participant, _ assessments: [Assessment], _ program: Program,
    knownAt: Timestamp? = nil
  ) {
    self.participant = participant
    self.program = program
    self.knownAt = knownAt
    rows = program.instruments.flatMap { instrument in
      let own = assessments.filter { $0.instrument == instrument.id }
      let baseline = own.first { $0.timepoint == program.settings.baseline.id }?.score
      return program.timepoints.enumerated().compactMap { index, timepoint in
        own.first { $0.timepoint == timepoint.id }.map {
          Row(
            assessment: $0, timepoint: timepoint, instrument: instrument,
            baseline: index == 0 ? nil : baseline)
        }
      }
    }
  }

  package var report: Report {
    let what = zip(program.settings.attributes, participant.attributes)
      .filter { !$0.1.isEmpty }.map { "\($0) \($1)" }
    let withdrawn = participant.withdrawnOn.map { ["withdrawn on \($0)"] } ?? []
    let known = knownAt.map { ["as known at \($0)"] } ?? []
    let title =
      ["\(participant.id)", "enrolled on \(participant.enrolledOn)"] + what + withdrawn + known
    guard !rows.isEmpty else {
      return Report(
        title: title.joined(separator: " · "),
        blocks: [.paragraph("Nothing is recorded yet: enter answers with `outcomes record`.")])
    }
    return Report(
      title: title.joined(separator: " · "),
      blocks: [.table(readable)] + attention + unverifiedBands)
  }

  package var table: Table {
    Table(
      columns: [
        Column("participant", .leading), Column("timepoint", .leading), Column("day"),
        Column("instrument", .leading), Column("date", .leading), Column("answers", .leading),
        Column("score"), Column("band", .leading), Column("band_verified", .leading),
        Column("change"), Column("in_window", .leading), Column("note", .leading),
      ],
      rows: rows.map { row in
        [
          .text(participant.id.rawValue), .text(row.timepoint.id.rawValue),
          .integer(row.timepoint.day), .text(row.instrument.id.rawValue),
          .date(row.assessment.date),
          row.assessment.answers.map { .text(AnswerText.text($0)) } ?? .blank, score(row),
          row.band.map { .text($0.label) } ?? .blank,
          row.band.map { _ in .text(row.hasVerifiedBands ? "yes" : "no") } ?? .blank,
          row.change.map { .change($0, decimals: row.decimals) } ?? .blank,
          .text(isInWindow(row) ? "yes" : "no"), .text(notes(row).joined(separator: "; ")),
        ]
      })
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
          .text(row.instrument.name), .text(row.timepoint.id.rawValue), .date(row.assessment.date),
          score(row), row.change.map { .change($0, decimals: row.decimals) } ?? .blank,
          .text(direction.map { $0 == 0 ? "same" : $0 > 0 ? "better" : "worse" } ?? ""),
          .text(row.bandText), .text(notes(row).joined(separator: "; ")),
        ]
      })
  }

  /// Answers that need a person's attention, whatever the total is.
  private var attention: [Block] {
    let risks = rows.flatMap { row in
      row.instrument.needsAttention(answers: row.assessment.answers ?? []).map { risk in
        "\(row.timepoint.id), \(row.assessment.date): \(row.instrument.name)"
          + " \(row.instrument.itemName(risk.item))"
      }
    }
    guard !risks.isEmpty else { return [] }
    return [
      .notes(
        "Needs a person's attention today",
        risks + (program.settings.attentionMessage.map { [$0] } ?? []))
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

  private func score(_ row: Row) -> Cell {
    row.assessment.score.map { .decimal($0, decimals: row.decimals) }
      ?? .blank
  }

  private func isInWindow(_ row: Row) -> Bool {
    row.timepoint.contains(row.assessment.date, enrolledOn: participant.enrolledOn)
  }

  private func notes(_ row: Row) -> [String] {
    let rule = program.missingItemRule(for: row.instrument)
    let scoring = row.assessment.answers.flatMap {
      row.instrument.score(answers: $0, missingItems: rule).note
    }
    return [
      scoring, row.assessment.answers == nil ? "total entered" : nil,
      isInWindow(row) ? nil : "outside the window",
      row.assessment.action == .correct ? "corrected" : nil,
    ].compactMap { $0 }
  }
}

extension ParticipantReport.Row {
  fileprivate var band: Band? { assessment.score.flatMap(instrument.band(for:)) }

  fileprivate var hasVerifiedBands: Bool { instrument.bandsSource?.isVerified == true }

  /// The band's label, marked where its source was not verified; empty without a band.
  fileprivate var bandText: String {
    guard let band else { return "" }
    return hasVerifiedBands ? band.label : "\(band.label) (unverified)"
  }

  /// Digits after the point that the instrument's scores have.
  fileprivate var decimals: Int {
    let scores = [assessment.score, baseline].compactMap { $0 }
    return scores.allSatisfy { $0 == $0.rounded() } ? 0 : 2
  }
}
