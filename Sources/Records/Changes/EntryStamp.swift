import Text

/// The time, the person and the reason of the lines that one command writes.
///
/// The lines of a command that writes several have the same head, which says what it did. By their
/// time, their person and their head they are found again (`belongsTogether`).
package struct EntryStamp: Sendable, Equatable {
  package let moment: Timestamp
  package let name: String
  /// The words that the reason of each line begins with, such as `moved from P001 day30 to P002
  /// day30`; nil for a command that has no such words.
  package let head: String?
  /// The reason that the person gave.
  package let reason: String

  package init(moment: Timestamp, name: String, head: String? = nil, reason: String) {
    self.moment = moment
    self.name = name
    self.head = head
    self.reason = reason
  }

  /// The reason as written.
  package var text: String { head.map { "\($0)\(Self.separator)\(reason)" } ?? reason }

  /// The reason of a line that repeats another one.
  /// - Parameter first: the moment when the other line was first recorded.
  package func text(firstRecordedAt first: Timestamp) -> String {
    let moment = "\(Verb.firstRecorded.rawValue) \(first)"
    return head.map { [$0, moment, reason].joined(separator: Self.separator) } ?? reason
  }

  /// The reason of a line that repeats an earlier one, whose own reason stays.
  package func text(keeping earlier: String) -> String {
    let own = Self.own(earlier)
    return head.map { own.isEmpty ? $0 : "\($0)\(Self.separator)\(own)" } ?? own
  }

  /// The first words of the heads.
  package enum Verb: String, CaseIterable, Sendable {
    case moved = "moved from"
    case renamed
    case merged
    case tookBack = "took back"
    case broughtBack = "brought back"
    /// Follows another head, in a line that repeats an answer that needs a person's attention.
    case firstRecorded = "first recorded at"
  }

  /// Returns a reason as a person reads it: without the moment when a repeated line was first
  /// recorded, and without the heads that say that it was taken back or brought back.
  package static func withoutReversals(_ reason: String) -> String {
    let parts = parts(of: reason)
    let heads = parts.heads.drop { begins($0, with: .tookBack, .broughtBack, .firstRecorded) }
      .filter { !begins($0, with: .firstRecorded) }
    return (heads + [parts.own]).joined(separator: separator)
  }

  /// Returns a reason without what commands have put before it.
  package static func own(_ reason: String) -> String { String(parts(of: reason).own) }

  /// The moment when the line that a reason says is repeated was first recorded; nil if it says
  /// none. A person's own reason is not believed.
  package static func firstRecorded(_ reason: String) -> Timestamp? {
    parts(of: reason).heads.dropFirst().first { begins($0, with: .firstRecorded) }
      .flatMap { Timestamp(String($0.dropFirst(Verb.firstRecorded.rawValue.count + 1))) }
  }

  /// The moment when a line was first recorded, which is never after the line itself.
  package static func firstRecorded(_ reason: String, recordedAt: Timestamp) -> Timestamp {
    min(firstRecorded(reason) ?? recordedAt, recordedAt)
  }

  /// The text in the place of a reason that is erased, which keeps the moment when a repeated line
  /// was first recorded.
  package static func erased(_ reason: String) -> String {
    guard let moment = firstRecorded(reason) else { return Erasure.removed }
    return EntryStamp(moment: moment, name: "", head: Erasure.removed, reason: Erasure.removed)
      .text(firstRecordedAt: moment)
  }

  /// Returns the heads of a reason, and the person's own words.
  private static func parts(of reason: String) -> (heads: [Substring], own: Substring) {
    var heads: [Substring] = []
    var rest = reason[...]
    while isHead(rest), let end = rest.firstRange(of: separator) {
      heads.append(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return (heads, rest)
  }

  private static func isHead(_ text: Substring) -> Bool {
    text.hasPrefix(Erasure.removed)
      || Verb.allCases.contains { text.hasPrefix($0.rawValue + " ") }
  }

  private static func begins(_ head: Substring, with verbs: Verb...) -> Bool {
    verbs.contains { head.hasPrefix($0.rawValue + " ") }
  }

  /// True if a line with these reasons was written by the same command as another line of the same
  /// moment and person. A line without a reason was written by a command of its own.
  package static func belongsTogether(_ reason: String, _ other: String) -> Bool {
    !reason.isEmpty && head(of: reason) == head(of: other)
  }

  /// Returns the other id that a reason links with an id, because a participant was renamed or
  /// merged, or that was taken back; nil if it links none.
  package static func id(linkedWith id: ParticipantID, by reason: String) -> ParticipantID? {
    guard let ids = transfer(by: reason) else { return nil }
    return ids.from == id ? ids.to : ids.to == id ? ids.from : nil
  }

  /// Returns the ids between which a reason says that everything of a participant was transferred,
  /// by a new name or a merge, or that this was taken back; nil if it says neither.
  package static func transfer(
    by reason: String
  ) -> (from: ParticipantID, to: ParticipantID)? {
    let words = head(of: withoutReversals(reason)).split(separator: " ")
    guard words.count == 4, [Verb.renamed, .merged].contains(where: { $0.rawValue == words[0] }),
      let from = ParticipantID(rawValue: String(words[1])),
      let to = ParticipantID(rawValue: String(words[3])), from != to
    else { return nil }
    return (from, to)
  }

  /// Returns what a command wrote before a reason if it says where the lines of a participant come
  /// from or went; nil for any other reason.
  package static func origin(of id: ParticipantID, by reason: String) -> Substring? {
    let places = move(by: reason)
    let isAboutThis =
      self.id(linkedWith: id, by: reason) != nil
      || [places?.from.participant, places?.to.participant].contains(id)
    return isAboutThis ? reason.dropLast(own(reason).count) : nil
  }

  /// Returns the places between which a reason says that a form was moved, or that this was taken
  /// back; nil if it says neither.
  package static func move(by reason: String) -> (from: FormPlace, to: FormPlace)? {
    let text = head(of: withoutReversals(reason))
    guard text.hasPrefix(Verb.moved.rawValue + " ") else { return nil }
    let words = text.dropFirst(Verb.moved.rawValue.count + 1).split(separator: " ")
    guard words.count == 5, words[2] == "to", let from = place(words[0], words[1]),
      let to = place(words[3], words[4])
    else { return nil }
    return (from, to)
  }

  private static func place(_ id: Substring, _ timepoint: Substring) -> FormPlace? {
    guard let id = ParticipantID(rawValue: String(id)),
      let timepoint = TimepointID(rawValue: String(timepoint))
    else { return nil }
    return FormPlace(participant: id, timepoint: timepoint)
  }

  /// The id that a participant has now who was renamed or merged; nil for an id that was never
  /// given up in this way, or that is in use again.
  /// - Parameter events: the lines of the participants file about the id, in order.
  package static func holder(
    of id: ParticipantID, _ events: [ParticipantEvent]
  ) -> ParticipantID? {
    guard let last = events.last, last.action == .unenroll else { return nil }
    return self.id(linkedWith: id, by: last.reason)
  }

  /// True if a reason says that a participant was merged into the one that the line is about, or
  /// into another.
  package static func merges(_ id: ParticipantID, _ reason: String) -> Bool {
    head(of: reason).hasPrefix("\(Verb.merged.rawValue) \(id) into ")
  }

  /// The head of a reason, or the whole reason. No id contains the separator, which has a space.
  private static func head(of reason: String) -> Substring {
    reason.firstRange(of: separator).map { reason[..<$0.lowerBound] } ?? reason[...]
  }

  private static let separator = ": "
}
