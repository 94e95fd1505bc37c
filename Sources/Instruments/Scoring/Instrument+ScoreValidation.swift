import Text

extension Instrument {
  /// Returns every problem with a total that was entered without answers. The diagnostics have no
  /// location: the caller knows where the total was found.
  package func validate(score: Double) -> [Diagnostic] {
    guard range.contains(score) else {
      return [
        Diagnostic("\(shown(score)) is outside the range of \(name)", remedy: allowedScores)
      ]
    }
    if case .table(let scores) = scoring, !scores.contains(score) {
      return [notInTable(score, scores)]
    }
    if let step = scoring.step, (score / step).rounded() * step != score {
      return [
        Diagnostic(
          "\(name) cannot have the score \(shown(score))",
          remedy: step == 1
            ? "its scores are whole numbers from \(allowedScores)" : multiplied(by: step))
      ]
    }
    return []
  }

  /// The range as it is written in messages: `0 to 27`.
  package var allowedScores: String {
    "\(shown(range.lowerBound)) to \(shown(range.upperBound))"
  }

  private func multiplied(by step: Double) -> String {
    "its scores are multiples of \(shown(step)) from \(allowedScores): multiply the sum of the"
      + " items by \(shown(step))"
  }

  /// The message for a score that the conversion table does not contain. A raw total entered in
  /// place of the converted score is the likely mistake, so the converted score is named.
  private func notInTable(_ score: Double, _ scores: [Double]) -> Diagnostic {
    let raw = Int(exactly: score).flatMap { rawRange.contains($0) ? $0 : nil }
    let below = scores.filter { $0 < score }.max()
    let above = scores.filter { $0 > score }.min()
    let neighbors = [below, above].compactMap { $0 }.map(shown).joined(separator: " and ")
    let conversion = raw.flatMap { raw in
      self.scoring.score(
        rawTotal: Double(raw), lowest: rawRange.lowerBound, itemCount: scoredItems.count
      ).map { "a sum of \(raw) is converted to \(shown($0))" }
    }
    return Diagnostic(
      "\(name) cannot have the score \(shown(score)): it is not in the conversion table",
      remedy: conversion ?? "the nearest scores are \(neighbors)")
  }

  private func shown(_ score: Double) -> String {
    score.isFinite ? NumberText.shortest(score) : score.description
  }
}
