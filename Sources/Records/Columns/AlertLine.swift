import Instruments
import Text

/// A line of the scores file that can raise or settle an alert.
struct AlertLine: Sendable {
  /// The instrument and the timepoint as one number, as in `ScoreChunk`.
  let cell: Int
  /// The number in the table of participants.
  let participant: Int
  let action: AssessmentAction
  /// The moment when the line was first recorded.
  let firstRecordedAt: Timestamp
  /// The answers; nil if there are none.
  let answers: [Int?]?

  init(_ row: ScoreLineParser.Row, cell: Int, _ bytes: [UInt8]) {
    self.cell = cell
    participant = row.participant
    action = row.action
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    firstRecordedAt = EntryStamp.firstRecorded(text(row.reason), recordedAt: row.recordedAt)
    answers = row.answers.isEmpty ? nil : AnswerText.parse(text(row.answers))
  }
}

/// Finds the few lines that can raise or settle an alert among millions that cannot.
struct AlertLineFilter: Sendable {
  /// One risk item of an instrument whose answers all have one digit.
  private struct Digit {
    /// The bytes from the start of the answers to the item's digit.
    let offset: Int
    /// The digits that need no attention.
    let harmless: Range<UInt8>
  }

  private struct Form {
    let hasRiskItems: Bool
    /// The length of answers that have one byte each, separated by spaces.
    let shortLength: Int
    let digits: [Digit]
  }

  private let forms: [Form]

  init(_ instruments: [Instrument]) {
    forms = instruments.map { instrument in
      Form(
        hasRiskItems: !instrument.riskItems.isEmpty,
        shortLength: 2 * instrument.items.count - 1,
        digits: instrument.riskItems.map { risk in
          Digit(
            offset: 2 * (risk.item - 1),
            harmless: ASCII.zero..<ASCII.zero + UInt8(clamping: min(max(risk.atLeast, 0), 10)))
        })
    }
  }

  /// True unless the line is a first entry in which no risk item needs attention.
  @inline(__always)
  func isAbout(_ row: ScoreLineParser.Row, _ bytes: RawSpan) -> Bool {
    forms[row.instrument].hasRiskItems && !isHarmless(row, bytes)
  }

  private func isHarmless(_ row: ScoreLineParser.Row, _ bytes: RawSpan) -> Bool {
    let form = forms[row.instrument]
    guard row.action == .record else { return row.action == .reenter || row.action == .skip }
    guard row.answers.count == form.shortLength else { return false }
    return form.digits.allSatisfy {
      $0.harmless.contains(bytes.byte(at: row.answers.lowerBound + $0.offset))
    }
  }
}
