import Instruments
import Text

extension FormEntry {
  /// The screen of the question that is asked.
  /// - Parameters:
  ///   - heading: who the form is of, and which one it is.
  ///   - notes: the score and what is known of it, below the whole form.
  func screen(_ heading: String, notes: [Screen.Line], _ size: Terminal.Size) -> Screen {
    let heading = [Screen.Line(heading, .strong, hanging: 2)]
    if isExplaining { return Screen(heading + explanation, prompt: Screen.goOn) }
    return switch place {
    case .item(let index): itemScreen(index, heading, size)
    case .total: totalScreen(heading)
    case .review: reviewScreen(heading, notes, size)
    }
  }

  private func reviewScreen(
    _ heading: [Screen.Line], _ notes: [Screen.Line], _ size: Terminal.Size
  ) -> Screen {
    let keys = "[Enter] \(purpose.verb)   [<] change an answer   [q] leave without saving this form"
    var screen = Screen(
      heading + notes + [Screen.Line(keys)], message: message, prompt: purpose.question)
    let room = size.rows - screen.height(in: size)
    screen.lines.insert(contentsOf: rows(items, size, fitting: room), at: heading.count)
    return screen
  }

  private func itemScreen(
    _ index: Int, _ heading: [Screen.Line], _ size: Terminal.Size
  ) -> Screen {
    let item = instrument.items[index]
    let introduction = instrument.stem ?? instrument.recall.map { "About the \($0)." }
    var below = [Screen.Line("")] + difference
    below += [
      Screen.Line(
        "\(index + 1) of \(answers.count)  \(item.text ?? item.topic ?? "")".trimmed, .strong,
        hanging: 8)
    ]
    below += choices(item.answers, size)
    if let total = runningTotal { below.append(Screen.Line("  total so far \(total)")) }
    below += [
      Screen.Line(""), Screen.Line("[<] back   [?] help   [q] leave without saving this form"),
    ]
    let isKept = answers[index] != .notAsked && typed.isEmpty
    let lines =
      heading + [introduction].compactMap { $0.map { Screen.Line($0) } }
    let before = items.prefix { $0 < index }
    let used = (lines + below).reduce(message.count + 2) { $0 + $1.height(in: size) }
    return Screen(
      lines + rows(Array(before), size, fitting: size.rows - used) + below, message: message,
      prompt: "Answer\(isKept ? " [\(text(of: answers[index]))]" : ""): \(typed)",
      takesText: takesText)
  }

  private func totalScreen(_ heading: [Screen.Line]) -> Screen {
    let known = typed.isEmpty ? total.map { " [\(Confirmation.shown($0))]" } : nil
    return Screen(
      heading + difference + [
        Screen.Line("Total score, without answers", .strong),
        Screen.Line("  a number from \(instrument.allowedScores), then [Enter]"),
        Screen.Line("[<] back   [?] help   [q] leave without saving this form"),
      ], message: message, prompt: "Total\(known ?? ""): \(typed)", takesText: true)
  }

  /// The question about two entries that differ; neither value is shown.
  private var difference: [Screen.Line] {
    guard purpose == .paper else { return [] }
    let field = place == .total ? "total" : "answer"
    return [Screen.Line(SecondEntry.question(about: field), hanging: 2)]
  }

  /// The keys that answer a question, with their meanings: on one line if they fit.
  private func choices(_ scale: AnswerScale, _ size: Terminal.Size) -> [Screen.Line] {
    let missing = "[.] no answer"
    guard scale.hasOneDigit else {
      return [Screen.Line("  a number from \(scale.text), then [Enter]   \(missing)", hanging: 2)]
    }
    let keys = scale.codes.map { "[\($0)] \(scale.label(of: $0))".trimmed } + [missing]
    let oneLine = "  " + keys.joined(separator: "   ")
    return ScreenText.width(oneLine) < size.columns
      ? [Screen.Line(oneLine)] : keys.map { Screen.Line("  " + $0, hanging: 6) }
  }

  /// The sum of the answers so far; nil if the score is not a sum of what is seen.
  private var runningTotal: String? {
    guard purpose == .firstEntry, case .sum(let multiplier) = instrument.scoring else {
      return nil
    }
    let points = instrument.scoredItems.compactMap { number -> Int? in
      guard case .code(let code) = answers[number - 1] else { return nil }
      return instrument.items[number - 1].points(for: code)
    }
    return points.isEmpty ? nil : String(points.reduce(0, +) * multiplier)
  }

  private func text(of answer: Answer) -> String {
    switch answer {
    case .notAsked: ""
    case .omitted: "."
    case .code(let code): String(code)
    }
  }

  /// The items with their answers, one a row; in several columns if there are more than fit, and
  /// only the last ones if even these are too many.
  private func rows(
    _ indices: [Int], _ size: Terminal.Size, fitting most: Int
  ) -> [Screen.Line] {
    if let total, place == .review {
      return [Screen.Line("  total entered  \(Confirmation.shown(total))")]
    }
    let most = max(most, place == .review ? 1 : 0)
    guard indices.count > most, place == .review else {
      return indices.suffix(most).map { Screen.Line(row($0, size.columns - 1)) }
    }
    let columns = min(3, (indices.count + most - 1) / most)
    let height = (indices.count + columns - 1) / columns
    let width = (size.columns - 1) / columns
    return (0..<height).map { line in
      let cells = stride(from: line, to: indices.count, by: height).map {
        ScreenText.column(row(indices[$0], width - 1), width)
      }
      return Screen.Line(cells.joined().trimmedAtEnd)
    }
  }

  /// An item and its answer in at most `width` columns; in a few columns, only the code of the
  /// answer.
  private func row(_ index: Int, _ width: Int) -> String {
    let item = instrument.items[index]
    let number = ScreenText.padded(String(index + 1), to: String(answers.count).count)
    let code = text(of: answers[index])
    let label =
      switch answers[index] {
      case .notAsked: ""
      case .omitted: "no answer"
      case .code(let code): item.answers.label(of: code)
      }
    let labels = width < 30 ? 0 : labelWidth
    let answer = labels == 0 ? code : "\(code)  \(label)"
    let room = min(labels == 0 ? code.count : labels + 3, width / 2)
    let left = min(textWidth, max(width - room - 6 - number.count, 4))
    let text = ScreenText.column(item.text ?? item.topic ?? "", left)
    return "  \(number)  \(text)  \(ScreenText.shortened(answer, to: room))".trimmedAtEnd
  }

  /// The width of the longest label of an answer.
  private var labelWidth: Int {
    max(instrument.items.flatMap(\.answers.labels).map(ScreenText.width).max() ?? 0, 9)
  }

  /// The width of the longest text of an item.
  private var textWidth: Int {
    instrument.items.map { ScreenText.width($0.text ?? $0.topic ?? "") }.max() ?? 0
  }

  /// The keys and the question, explained.
  private var explanation: [Screen.Line] {
    var lines: [Screen.Line] = []
    if case .item(let index) = place {
      let item = instrument.items[index]
      lines.append(Screen.Line(instrument.itemName(index + 1), hanging: 2))
      lines +=
        item.answers.hasOneDigit && !item.answers.labels.isEmpty
        ? item.answers.codes.map { Screen.Line("  \($0)  \(item.answers.label(of: $0))") }
        : [
          Screen.Line(
            "  codes \(item.answers.codes.lowerBound) to \(item.answers.codes.upperBound)")
        ]
      if item.text == nil {
        lines.append(
          Screen.Line("The wording may not be shown here: read it on the form.", hanging: 2))
      }
      if item.recode != .none {
        lines.append(
          Screen.Line(
            "Enter the code as printed on the form: the program turns this item around.",
            hanging: 2))
      }
    }
    let back = purpose == .firstEntry ? ", also that of the form before" : ""
    let keys =
      [
        ("0 to 9", "the answer; a number of several digits ends with Enter"),
        (".", "no answer was given"),
        ("< or Left", "the question before\(back); answers are kept"),
        ("Enter", "keeps the answer in brackets and goes on"),
      ]
      + (allowsTotal ? [("t", "enters only the total score")] : [])
      + [("q or Ctrl-C", "leaves; nothing of the unfinished form is saved")]
    return lines + keys.map { Screen.Line("  \(ScreenText.column($0, 12)) \($1)", hanging: 15) }
  }
}

extension FormEntry.Purpose {
  /// The step after the last question.
  var verb: String {
    switch self {
    case .firstEntry: "save"
    case .secondEntry: "compare"
    case .paper: "save"
    }
  }

  /// The question at the end.
  fileprivate var question: String {
    switch self {
    case .firstEntry: "Save? "
    case .secondEntry: "Compare with the first entry? "
    case .paper: "Is that what the paper says? "
    }
  }
}
