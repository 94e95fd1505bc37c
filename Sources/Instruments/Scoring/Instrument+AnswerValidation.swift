import Text

extension Instrument {
  /// Returns every problem with the answers on one form: one code per item in the order of the
  /// form, nil if missing. A missing answer is not a problem. The diagnostics have no location: the
  /// caller knows where the answers were found.
  package func validate(answers: [Int?]) -> [Diagnostic] {
    if isEnteredAsTotal {
      return [
        Diagnostic(
          "\(name) is entered as a total; its items are not recorded",
          remedy: "enter the total score, \(allowedScores)")
      ]
    }
    var problems: [Diagnostic] = []
    if answers.count != items.count {
      let direction = answers.count < items.count ? "few" : "many"
      problems.append(
        Diagnostic(
          "too \(direction) answers: \(name) has \(items.count) items, found \(answers.count)",
          remedy: "give one answer for each item, and “.” for an item that was not answered"))
    }
    for (index, code) in answers.prefix(items.count).enumerated() {
      if let code, let problem = problem(code: code, item: index + 1) { problems.append(problem) }
    }
    return problems
  }

  /// The name of an item in messages, such as `item 9 (Thoughts that …)`; its topic takes the place
  /// of a wording that may not be shipped.
  package func itemName(_ number: Int) -> String {
    guard items.indices.contains(number - 1) else { return "item \(number)" }
    let item = items[number - 1]
    return (item.text ?? item.topic).map { "item \(number) (\($0))" } ?? "item \(number)"
  }

  private func problem(code: Int, item number: Int) -> Diagnostic? {
    let scale = items[number - 1].answers
    if scale.codes.contains(code) { return nil }
    return Diagnostic(
      "\(code) is not an answer to \(name) \(itemName(number))", remedy: "allowed: \(scale.text)")
  }
}
