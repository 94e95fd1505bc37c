import Analysis
import Documents
import Text

extension OpenAlerts {
  /// The open alerts in a few lines, for a report about something else; empty without any.
  var blocks: [Block] {
    guard !alerts.isEmpty else { return [] }
    let listed = alerts.prefix(Self.mostListed).map { entry in
      "\(entry.participant) · \(entry.timepoint) · \(entry.instrument.name)"
        + " \(entry.instrument.itemName(entry.item)), since \(entry.since.date)"
    }
    let rest = alerts.count - listed.count
    let more = rest > 0 ? ["and \(ReadableNumber.integer(rest)) more: see `outcomes alerts`"] : []
    return [
      .notes(
        ReadableNumber.count(alerts.count, "open alert"),
        listed + more + (message.map { [$0] } ?? []))
    ]
  }

  /// The open alerts as JSON, one object for each.
  var json: JSONValue { .array(alerts.map(\.json)) }

  /// The most alerts that a report about something else lists.
  private static let mostListed = 5
}
