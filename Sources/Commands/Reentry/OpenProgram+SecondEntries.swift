import Analysis
import Instruments
import Records
import Text

extension OpenProgram {
  /// Returns all second entries. The files are read twice, so that only the participants who have
  /// any are kept in memory.
  func secondEntries() async throws(Refusal) -> SecondEntries {
    var participants: Set<ParticipantID> = []
    try await forEachAssessment { line in
      if line.action == .reenter { participants.insert(line.participant) }
    }
    var entries = SecondEntries()
    guard !participants.isEmpty else { return entries }
    try await forEachAssessment { line in
      if participants.contains(line.participant) { entries.add(line) }
    }
    return entries
  }

  /// Goes through all lines of the scores file.
  fileprivate func forEachAssessment(_ body: (Assessment) -> Void) async throws(Refusal) {
    do throws(Problems) {
      // The notices were printed when the table was read.
      try await forEachLine(saysNotices: false) { line in
        if case .score(let line) = line { body(line.value) }
      }
    } catch {
      throw Refusal(.refused, error.diagnostics)
    }
  }
}

extension CohortQuestion {
  /// Returns the forms of a timepoint to enter a second time.
  /// - Parameters:
  ///   - instrument: the only questionnaire; nil for all.
  ///   - anybody: true to include forms that the same person entered.
  /// - Throws: if there are none, why.
  func formsToCheck(
    at timepoint: Timepoint, _ instrument: Instrument?, in sample: FormSample,
    byAnybody anybody: Bool
  ) async throws(Refusal) -> FormsToCheck {
    let table = try await table()
    var entries = SecondEntries()
    try await open.forEachAssessment { line in
      if line.timepoint == timepoint.id, instrument == nil || line.instrument == instrument?.id {
        entries.add(line)
      }
    }
    let name = open.world.recordedBy
    let list = FormsToCheck(
      entries, table, selection, notEnteredBy: anybody ? nil : name, isInSample: sample.contains)
    guard list.forms.isEmpty else { return list }
    let place = [instrument?.name, "at \(timepoint.id)"].compactMap { $0 }.joined(separator: " ")
    throw Refusal(.refused, list.nothingLeft(place, name))
  }
}

extension FormsToCheck {
  /// The reason why no form is left to enter a second time.
  fileprivate func nothingLeft(_ place: String, _ name: String) -> Diagnostic {
    guard counting > 0 else {
      return Diagnostic(
        "no form \(place) is there to enter a second time",
        remedy: "see what was entered with `outcomes status`")
    }
    let parts = [
      (checked, "checked since the last change"), (own, "entered by \(name)"),
      (outsideSample, "outside the sample"),
    ].filter { $0.0 > 0 }.map { number, what in "\(number) \(number == 1 ? "was" : "were") \(what)"
    }
    let remedy =
      if own > 0 {
        "somebody else must check what \(name) entered; --same-person lets you check your own, and"
          + " the history says so"
      } else if outsideSample > 0 {
        "choose a larger sample: it contains this one"
      } else {
        "see what was found with `outcomes reenter --report`"
      }
    return Diagnostic(
      "no form \(place) is left to enter a second time: \(parts.listed("and"))", remedy: remedy)
  }
}
