import Analysis
import Documents
import Text

/// The report of `outcomes due`: who is to be asked, the most urgent first.
package struct DueReport: Reportable {
  private let list: DueList

  package init(_ list: DueList) {
    self.list = list
  }

  package var document: Document {
    let shown: [Block] = list.entries.isEmpty ? [] : [.streamed(DueTable(list: list).table)]
    return Document(
      title: "\(list.program.settings.name): who is due as of \(list.selection.moment)",
      blocks: [.paragraph(opening)] + list.alerts.blocks + shown + missedEarlier
        + (list.entries.isEmpty ? [] : [notes]))
  }

  package var table: Table { DueRows(list: list).table.whole }

  package var people: StreamedTable? { DueRows(list: list).table }

  package var keyOfPeople: String { "due" }

  package var json: JSONValue { streamedJSON(DueRows(list: list).table).whole }

  package var membersBeforePeople: [JSONMember] {
    [JSONMember("schema", .string("outcomes.due/1"))] + list.selection.momentMembers + [
      JSONMember("program", .string(list.program.settings.name)),
      JSONMember("within", .integer(list.limits.within)),
      JSONMember("missed_within", list.limits.missedWithin.map { .integer($0) } ?? .null),
      JSONMember("missed_earlier", .integer(list.missedEarlier)),
    ] + list.alerts.members
  }

  /// The number of entries in each state, and the restrictions of the list.
  private var opening: String {
    let counts = FollowUpState.allCases.compactMap { state -> String? in
      let count = list.count(of: state)
      return count > 0 ? "\(ReadableNumber.integer(count)) \(words(for: state))" : nil
    }
    let summary =
      counts.isEmpty
      ? "Nobody is due, and no window opens within \(horizon)." : counts.listed("and") + "."
    return ([summary] + timepoints + list.selection.sentences).joined(separator: " ")
  }

  /// The days within which a window must open to be listed.
  private var horizon: String { ReadableNumber.count(list.limits.within, "day") }

  /// The state in the words of the rows, after a number of them.
  private func words(for state: FollowUpState) -> String {
    switch state {
    case .late, .due, .missed: state.rawValue
    case .soon: "opening within \(horizon)"
    }
  }

  private var timepoints: [String] {
    let all = list.program.timepoints
    guard list.limits.timepoints.count < all.count else { return [] }
    let names = list.limits.timepoints.map { all[$0].id.rawValue }
    return ["Only \(names.listed("and"))."]
  }

  private var missedEarlier: [Block] {
    guard list.missedEarlier > 0, let limit = list.limits.missedWithin else { return [] }
    let count = ReadableNumber.integer(list.missedEarlier)
    let earlier = limit == 0 ? "" : " more than \(ReadableNumber.count(limit, "day")) ago"
    let them = list.missedEarlier == 1 ? "it" : "them"
    return [
      .paragraph("Not listed: \(count) missed\(earlier). `--missed all` lists \(them).")
    ]
  }

  private var notes: Block {
    .notes(
      "How to read this",
      [
        "One row for each participant and timepoint at which a form is missing. Participants who"
          + " withdrew are not listed.",
        "late: past the target day, and the window is still open. due: the window is open."
          + (list.limits.within > 0 ? " opens: it opens within \(horizon) (--within)." : "")
          + " missed: it closed without a form.",
        list.order == .urgency
          ? "In each state, the window that closes first, or closed last, comes first."
          : "The ids are in order.",
      ])
  }
}
