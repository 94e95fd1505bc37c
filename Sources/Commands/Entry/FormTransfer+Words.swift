import Documents
import Instruments
import Records
import Text

extension FormTransfer {
  /// What goes along, after the name of the participant: `, with 3 assessments and 1 skip`.
  var words: String {
    let counts = [(assessments.count, "assessment"), (skips.count, "skip")].filter { $0.0 > 0 }
      .map(ReadableNumber.count)
    return counts.isEmpty ? "" : ", with \(counts.listed("and"))"
  }
}

extension OpenProgram {
  /// Prints the alerts that are open after lines about one participant were written.
  /// - Parameter history: the participant's lines before these.
  func sayAlerts(after lines: [Assessment], _ history: [Assessment]) {
    for (form, state) in FormState.all(in: lines, program) {
      guard let timepoint = program.timepoints.first(where: { $0.id == form.timepoint }),
        let instrument = program.instrument(form.instrument), let last = state.lines.last
      else { continue }
      let key = AssessmentKey(timepoint: timepoint, instrument: instrument)
      let before = history + state.lines.dropLast()
      world.console.sayAll(AttentionNotes(key, before, last, program).alerts)
    }
  }
}
