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
    package internal(set) var since: Timestamp
    package internal(set) var basis = Basis.current
  }

  /// What the latest line says of the answer behind an open alert.
  package enum Basis: String, Sendable {
    case current
    /// The latest entry gives no answer to the item: it is a total, or the item was left out.
    case earlier
    /// A correction or a void took the answer back, which does not settle the alert.
    case takenBack = "taken_back"
  }

  /// A risk item without an answer: only a total was entered, or the item was left out.
  package struct UnknownItem: Sendable, Equatable {
    /// The number of the item, counted from 1.
    package let item: Int
    /// The moment when the entry without the answer was recorded.
    package let since: Timestamp
  }

  /// The open alerts, in the order in which they were raised.
  package private(set) var open: [Alert] = []
  /// The risk items that are not known and that nobody has asked about since.
  package private(set) var unknown: [UnknownItem] = []
  /// The answers that were acknowledged and still stand, by item.
  private var acknowledged: [Int: Int] = [:]

  package init() {}

  /// The alerts after all lines of one participant, timepoint and instrument.
  /// - Parameter lines: every line of that key, in the order of the file.
  package init(after lines: [Assessment], _ instrument: Instrument) {
    for line in lines {
      add(line.action, answers: line.answers, at: line.firstRecordedAt, instrument)
    }
  }

  /// True if nobody has to do anything.
  package var isSettled: Bool { open.isEmpty && unknown.isEmpty }

  /// Adds a line about the assessment, in the order of the file.
  /// - Parameter moment: the moment when the line was first recorded.
  package mutating func add(
    _ action: AssessmentAction, answers: [Int?]?, at moment: Timestamp, _ instrument: Instrument
  ) {
    switch action {
    case .acknowledge:
      // An answer that does not stand now raises an alert if it is given again.
      for alert in open where alert.basis == .current { acknowledged[alert.item] = alert.code }
      (open, unknown) = ([], [])
    case .record, .correct:
      let attention = instrument.attention(answers: answers)
      // A first entry follows no other that it could take back.
      if action == .correct { takeBack(allBut: attention, instrument) }
      raise(attention, at: moment)
      note(attention.unknownItems, at: moment)
    case .void:
      (acknowledged, unknown) = ([:], [])
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

  private mutating func takeBack(where isTakenBack: (_ item: Int) -> Bool) {
    for position in open.indices where isTakenBack(open[position].item) {
      open[position].basis = .takenBack
    }
  }

  private mutating func raise(_ attention: Attention, at moment: Timestamp) {
    for answer in attention.answers where acknowledged[answer.item] != answer.code {
      acknowledged[answer.item] = nil
      if let position = open.firstIndex(where: { $0.item == answer.item }) {
        (open[position].code, open[position].basis) = (answer.code, .current)
        open[position].since = min(open[position].since, moment)
      } else {
        open.append(Alert(item: answer.item, code: answer.code, since: moment))
      }
    }
  }

  /// Notes the items without an answer, except those with an earlier one that stays.
  private mutating func note(_ unknownItems: [Int], at moment: Timestamp) {
    for position in open.indices
    where unknownItems.contains(open[position].item) && open[position].basis == .current {
      open[position].basis = .earlier
    }
    let answered = open.filter { $0.basis != .takenBack }.map(\.item)
    let known = Set(answered).union(acknowledged.keys)
    unknown = unknownItems.filter { !known.contains($0) }.map { item in
      let earlier = unknown.first { $0.item == item }?.since ?? moment
      return UnknownItem(item: item, since: min(earlier, moment))
    }
  }
}
