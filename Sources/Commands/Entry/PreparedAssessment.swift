import Records
import Storage
import Text

/// An assessment that was checked and can be written.
struct PreparedAssessment {
  let entry: AssessmentEntry
  /// The participant's lines before it, in the order of the file.
  let history: [Assessment]
  let line: Assessment
  /// The assessment that it corrects; nil if it corrects none.
  var replaced: Assessment?
}

extension OpenProgram {
  /// Writes one assessment. If it is doubtful, asks about it first; other commands can write while
  /// the question waits for an answer. Where nobody can be asked, the confirmation names the
  /// doubts.
  /// - Parameters:
  ///   - asks: false if nobody may be asked.
  ///   - prepare: reads the entry and checks it against the store.
  func enter(
    asking asks: Bool,
    _ prepare: (inout StoreWriter) throws(Refusal) -> PreparedAssessment
  ) throws(Refusal) -> Confirmation {
    var accepted: [Doubt] = []
    var unanswered: [Doubt] = []
    while true {
      let (prepared, doubts) = try enter { writer throws(Refusal) in
        let prepared = try prepare(&writer)
        let doubts = prepared.entry.doubts(Assessment.latest(prepared.history), program)
          .filter { !accepted.contains($0) }
        if doubts.isEmpty { try refusing(try writer.append(prepared.line)) }
        return (prepared, doubts)
      }
      if doubts.isEmpty {
        return Confirmation(
          prepared.entry, prepared.history, prepared.line, program, replaced: prepared.replaced,
          doubts: unanswered)
      }
      for doubt in doubts {
        switch asks ? world.console.confirms(doubt.question(about: prepared.entry)) : nil {
        case false?: throw doubt.refusal(of: prepared.entry)
        case true?: break
        case nil: unanswered.append(doubt)
        }
      }
      accepted += doubts
    }
  }
}

extension Doubt {
  fileprivate func question(about entry: AssessmentEntry) -> String {
    "outcomes: " + Diagnostic("\(entry.name): \(message)", remedy: "Is it right as typed?").text
  }

  fileprivate func refusal(of entry: AssessmentEntry) -> Refusal {
    Refusal(
      .refused,
      Diagnostic("\(entry.name) was not entered", remedy: "enter it again as it should be"))
  }
}
