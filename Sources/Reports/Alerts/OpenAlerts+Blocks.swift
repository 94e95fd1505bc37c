import Analysis
import Documents
import Text

extension OpenAlerts {
  /// The open alerts and the risk items that are not known in a few lines, for a report about
  /// something else; empty without any.
  var blocks: [Block] {
    block(alerts, "open alert", then: message.map { [$0] } ?? [])
      + block(
        unknown, "risk item without an answer", plural: "risk items without an answer",
        then: ["Listed until it is answered, or until `outcomes acknowledge` says what was done."])
  }

  private func block(
    _ entries: [Entry], _ name: String, plural: String? = nil, then more: [String]
  ) -> [Block] {
    guard !entries.isEmpty else { return [] }
    let listed = entries.prefix(Self.mostListed).map { entry in
      let note = entry.answer?.basis.note ?? ""
      return "\(entry.participant) · \(entry.timepoint) · \(entry.instrument.name)"
        + " \(entry.instrument.itemName(entry.item)), since \(entry.since.date)"
        + (note.isEmpty ? "" : ": \(note)")
    }
    let rest = entries.count - listed.count
    let others = rest > 0 ? ["and \(ReadableNumber.integer(rest)) more: see `outcomes alerts`"] : []
    let count = ReadableNumber.integer(entries.count)
    let title = entries.count == 1 ? name : plural ?? name + "s"
    return [.notes("\(count) \(title)", listed + others + more)]
  }

  /// The open alerts and the risk items that are not known as JSON, one object for each.
  var members: [JSONMember] {
    [
      JSONMember("alerts", .array(alerts.map(\.json))),
      JSONMember("unknown", .array(unknown.map(\.json))),
    ]
  }

  /// The most alerts that a report about something else lists.
  private static let mostListed = 5
}
