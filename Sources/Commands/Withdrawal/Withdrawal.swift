import Records
import Text

/// A withdrawal that was checked: who withdraws from what, and what it changes.
struct Withdrawal {
  let participant: Participant
  let date: CalendarDate
  let scope: WithdrawalScope
  /// The assessments that stand.
  let assessments: [Assessment]
  /// The number of forms that were filed under other ids first.
  private let misfiledForms: Int

  /// - Parameters:
  ///   - misfiled: the forms that were filed under other ids before they were moved here.
  ///   - given: the day that was typed; default: that of an earlier withdrawal, or today.
  /// - Throws: the reason why the participant cannot withdraw in this way.
  init(
    _ participant: Participant, _ scope: WithdrawalScope, on given: CalendarDate?,
    today: CalendarDate, _ history: [Assessment], misfiled: [MisfiledForm] = []
  ) throws(Refusal) {
    let id = participant.id
    self.participant = participant
    self.scope = scope
    date = given ?? participant.withdrawnOn ?? today
    assessments = Assessment.latest(history)
    misfiledForms = misfiled.count
    guard scope.addsTo(participant) else {
      throw Refusal(.refused, Self.done(participant))
    }
    guard date >= participant.enrolledOn else {
      throw Refusal(
        .refused,
        Diagnostic(
          "\(date) is before \(id) was enrolled, on \(participant.enrolledOn)",
          remedy: "give the date of withdrawal with --on DATE"))
    }
  }

  /// Refuses an erasure while an alert is open: afterward nobody could find out whose it is.
  /// - Parameter history: the participant's lines in the scores file.
  func refuseOpenAlerts(_ history: [Assessment], _ program: Program) throws(Refusal) {
    let id = participant.id
    let open = FormState.all(in: history, program).filter { !$0.state.alerts.open.isEmpty }
    guard scope == .erase, !open.isEmpty else { return }
    throw Refusal(
      .refused,
      open.map { form in
        let place = "\(id) \(form.key.timepoint) \(form.key.instrument)"
        return Diagnostic(
          "\(id) has an open alert: \(form.key.instrument) at \(form.key.timepoint)",
          remedy: "first say what was done about it, because afterward nobody can tell whose it is:"
            + " outcomes acknowledge \(place) --reason TEXT")
      })
  }

  private static func done(_ participant: Participant) -> Diagnostic {
    let day = participant.withdrawnOn.map { ", on \($0)" } ?? ""
    guard !participant.isErased else { return Diagnostic("\(participant.id) was erased\(day)") }
    return switch participant.state {
    case .unused:
      Diagnostic(
        "\(participant.id) already withdrew from the use of what is recorded\(day)",
        remedy: "--scope erase also replaces the id with a random code")
    case .counted, .unenrolled, .erased:
      Diagnostic(
        "\(participant.id) already withdrew\(day)",
        remedy: "--scope use ends the use of what is recorded; --scope erase also replaces the id"
          + " with a random code")
    }
  }

  /// The assessments dated after the day, which no longer count.
  private var later: Int { assessments.count { $0.date > date } }

  private var counting: String {
    let count = assessments.count - later
    return count == 1 ? "1 assessment" : "\(count) assessments"
  }

  /// The question before anything is written; nil if nothing needs consent.
  var question: String? {
    let id = participant.id
    return switch scope {
    case .contact: nil
    case .use:
      "\(id) withdraws consent to the use of what is recorded: \(counting) will stay in the files and"
        + " count nowhere from now on. Continue?"
    case .erase:
      "\(id) will be erased: the id is replaced with a random code in every file of the program, and"
        + " the attributes and every reason but that of the erasure are removed. \(counting) will"
        + " stay under the code and"
        + (participant.state == .counted
          ? " count for everyone together, in no group." : " count nowhere, as before.")
        + (MisfiledForm.words(misfiledForms).map { " \($0)." } ?? "")
        + " This cannot be undone. Continue?"
    }
  }

  /// The confirmation after the line was written.
  var words: [String] {
    let lead = "\(participant.id) · withdrawn on \(date) (enrolled on \(participant.enrolledOn))"
    switch scope {
    case .contact:
      return ["\(lead); \(stillCounting)"] + laterWords
    case .use:
      return ["\(lead); \(counting) will stay in the files and count nowhere from now on"]
    case .erase: return []
    }
  }

  private var stillCounting: String {
    switch assessments.count - later {
    case 0: "nothing is recorded through that date"
    case 1: "1 assessment through that date still counts"
    case let count: "\(count) assessments through that date still count"
    }
  }

  private var laterWords: [String] {
    guard later > 0 else { return [] }
    let noun = later == 1 ? "1 assessment" : "\(later) assessments"
    return [
      "  \(noun) after that date no longer count\(later == 1 ? "s" : ""); see"
        + " `outcomes show \(participant.id)`"
    ]
  }
}
