import Instruments

/// The alerts of one participant, timepoint and instrument: answers to risk items that need a
/// person's attention, each open until somebody says what was done.
package struct AlertState: Sendable, Equatable {
  /// An open alert.
  package struct Alert: Sendable, Equatable {
    /// The number of the item, counted from 1.
    package let item: Int
    /// The latest answer that needed attention.
    package internal(set) var code: Int
    /// The moment when the first such answer was recorded.
    package let since: Timestamp
    /// True if a later line took the answer back, which does not settle the alert.
    package internal(set) var isTakenBack = false
  }

  /// The open alerts, in the order in which they were raised.
  package private(set) var open: [Alert] = []
  /// The answers that were acknowledged and still stand, by item.
  private var acknowledged: [Int: Int] = [:]

  package init() {}

  /// Adds a line about the assessment, in the order of the file.
  package mutating func add(
    _ action: AssessmentAction, answers: [Int?]?, at moment: Timestamp, _ instrument: Instrument
  ) {
    switch action {
    case .acknowledge:
      for alert in open where !alert.isTakenBack { acknowledged[alert.item] = alert.code }
      open = []
    // A first entry follows no other that it could take back.
    case .record: raise(instrument.attention(answers: answers), at: moment)
    case .correct:
      let attention = instrument.attention(answers: answers)
      takeBack(allBut: attention, instrument)
      raise(attention, at: moment)
    case .void:
      acknowledged = [:]
      takeBack { _ in true }
    case .reenter, .skip: break
    }
  }

  /// Takes back the answers that a correction replaces with harmless ones; a total or a blank does
  /// not show the answer, and takes nothing back.
  private mutating func takeBack(allBut attention: Attention, _ instrument: Instrument) {
    let unclear = Set(attention.unknownItems + attention.answers.map(\.item))
    let harmless = Set(instrument.riskItems.map(\.item)).subtracting(unclear)
    takeBack { harmless.contains($0) }
    for item in harmless { acknowledged[item] = nil }
  }

  private mutating func raise(_ attention: Attention, at moment: Timestamp) {
    for answer in attention.answers where acknowledged[answer.item] != answer.code {
      acknowledged[answer.item] = nil
      if let position = open.firstIndex(where: { $0.item == answer.item }) {
        (open[position].code, open[position].isTakenBack) = (answer.code, false)
      } else {
        open.append(Alert(item: answer.item, code: answer.code, since: moment))
      }
    }
  }

  private mutating func takeBack(where isTakenBack: (_ item: Int) -> Bool) {
    for position in open.indices where isTakenBack(open[position].item) {
      open[position].isTakenBack = true
    }
  }

  /// The alerts after all lines of one participant, timepoint and instrument.
  /// - Parameter lines: every line of that key, in the order of the file.
  package init(after lines: [Assessment], _ instrument: Instrument) {
    for line in lines {
      add(line.action, answers: line.answers, at: line.recordedAt, instrument)
    }
  }
}
