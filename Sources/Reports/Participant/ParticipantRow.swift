import Instruments
import Records

/// One assessment of one participant, with its band, change and notes.
struct ParticipantRow: Sendable {
  let assessment: Assessment
  let timepoint: Timepoint
  let instrument: Instrument
  /// The baseline score that change is computed from; nil at baseline, and where there is none.
  let baseline: Double?
  /// The known answers to risk items, from this assessment and its earlier lines.
  let attention: Attention
  let alerts: AlertState
  let isInWindow: Bool
  /// True if analyses count it: not if it is dated after the participant withdrew, or if the
  /// participant withdrew from its use.
  let counts: Bool
  /// False if the participant withdrew from the use of what is recorded.
  private let isUsed: Bool
  private let missingItems: MissingItemRule

  /// Every assessment that was not voided, by instrument, then by timepoint, in the program's
  /// order.
  /// - Parameter history: the participant's lines, in the order of the file.
  static func rows(
    of participant: Participant, _ history: [Assessment], _ program: Program
  ) -> [ParticipantRow] {
    let latest = Assessment.latest(history)
    return program.instruments.flatMap { instrument in
      let own = latest.filter { $0.instrument == instrument.id }
      let baseline = own.first { $0.timepoint == program.settings.baseline.id }?.score
      return program.timepoints.enumerated().compactMap { index, timepoint in
        own.first { $0.timepoint == timepoint.id }.map { assessment in
          ParticipantRow(
            assessment, timepoint, instrument, baseline: index == 0 ? nil : baseline, participant,
            history.filter(assessment.hasSameKey), program)
        }
      }
    }
  }

  private init(
    _ assessment: Assessment, _ timepoint: Timepoint, _ instrument: Instrument, baseline: Double?,
    _ participant: Participant, _ lines: [Assessment], _ program: Program
  ) {
    self.assessment = assessment
    self.timepoint = timepoint
    self.instrument = instrument
    self.baseline = baseline
    attention =
      Assessment.attention(after: lines, instrument)
      ?? instrument.attention(answers: assessment.answers)
    alerts = AlertState(after: lines, instrument)
    isInWindow = timepoint.contains(assessment.date, enrolledOn: participant.enrolledOn)
    isUsed = participant.state != .unused
    counts = isUsed && participant.withdrawnOn.map { assessment.date <= $0 } ?? true
    missingItems = program.missingItemRule(for: instrument)
  }

  /// True if an answer needs attention, or is not known, and somebody said what was done.
  var isAcknowledged: Bool { attention.isNeeded != false && alerts.isSettled }

  /// The change since baseline; nil unless both have a score.
  var change: Double? {
    guard let baseline, let score = assessment.score else { return nil }
    return score - baseline
  }

  var band: Band? { assessment.score.flatMap(instrument.band(for:)) }

  var hasVerifiedBands: Bool { instrument.hasVerifiedBands }

  /// The band's label, marked where its source was not verified; empty without a band.
  var bandText: String { instrument.bandText(for: assessment.score) }

  /// The digits after the decimal point to print scores with.
  var decimals: Int {
    let scores = [assessment.score, baseline].compactMap { $0 }
    return scores.allSatisfy { $0 == $0.rounded() } ? 0 : 2
  }

  /// Remarks on the assessment, such as that it is outside the window; may be empty.
  var note: String {
    let scoring = assessment.answers.flatMap {
      instrument.score(answers: $0, missingItems: missingItems).note
    }
    let unknown = attention.unknownItems.map { "item \($0) unknown" }
    let notes =
      [
        counts
          ? nil : isUsed ? "not counted: after withdrawal" : "not counted: withdrew from use",
        scoring,
        assessment.answers == nil ? "total entered" : nil,
      ] + unknown + [
        isAcknowledged ? attention.answers.isEmpty ? "acknowledged" : "alert acknowledged" : nil,
        isInWindow ? nil : "outside the window", assessment.action == .correct ? "corrected" : nil,
      ]
    return notes.compactMap { $0 }.joined(separator: "; ")
  }
}
