import Records
import Text

extension Sitting {
  func screen(_ size: Terminal.Size) -> Screen {
    switch step {
    case .date: return dateEntry.screen(introduction + missedForms)
    case .window(let doubt, let other): return windowScreen(doubt, other)
    case .form:
      return forms[current].screen(heading, notes: entry.map(notes) ?? [], size)
    case .doubts(let doubts):
      return Screen(
        [
          Screen.Line(heading, .strong, hanging: 2), Screen.Line(doubts[0].sentence, hanging: 2),
          Screen.Line("[y] save it as it is   [n] change an answer   [q] leave without saving"),
        ], prompt: "Is that what the form says? ")
    }
  }

  private var introduction: [Screen.Line] {
    let names = forms.map(\.instrument.name).joined(separator: ", ")
    let count = forms.count == 1 ? "one form" : "\(forms.count) forms"
    return [
      Screen.Line("\(participant.id) · \(timepoint.id) · \(count): \(names)", .strong, hanging: 2)
    ]
  }

  /// What was missed at other timepoints; empty if nothing was.
  private var missedForms: [Screen.Line] {
    guard !missed.isEmpty else { return [] }
    let forms = missed.map { forms in
      "\(forms.timepoint.id) (\(forms.instruments.map(\.name).joined(separator: ", ")))"
    }
    return [
      Screen.Line(
        "[m] enter what was missed: \(forms.joined(separator: ", "))", hanging: 2)
    ]
  }

  private var heading: String {
    let form = forms[current].instrument
    let number = forms.count == 1 ? "" : "form \(current + 1) of \(forms.count): "
    return
      "\(participant.id) · \(timepoint.id) · \(date) · \(number)\(form.name), \(form.construct)"
  }

  private func windowScreen(_ doubt: Doubt, _ other: MissingForms?) -> Screen {
    let (keys, question) =
      if let other {
        (
          "[y] \(other.timepoint.id)   [n] keep \(timepoint.id)   [<] another date   [q] leave",
          "Enter the forms as \(other.timepoint.id)? "
        )
      } else {
        ("[y] yes, it counts and is flagged   [n] another date   [q] leave", "Is that right? ")
      }
    return Screen(
      introduction + [Screen.Line(doubt.sentence, hanging: 2), Screen.Line(keys)],
      prompt: question)
  }

  /// The score of a complete form and what is known of it.
  private func notes(_ entry: AssessmentEntry) -> [Screen.Line] {
    FormReview(entry, known, program).lines
  }
}
