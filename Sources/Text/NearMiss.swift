/// Finds what a person probably meant, so that a message can suggest it.
package enum NearMiss {
  /// The candidate nearest to `word`, if it is near enough to be worth suggesting: at most two
  /// edits, and at most a third of the word's length (but one edit is always near).
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, min(2, word.count / 3))
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = editDistance(word.lowercased(), candidate.lowercased())
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// `did you mean “…”?`, or nil where nothing is near.
  package static func suggestion(
    for word: String, among candidates: some Sequence<String>
  ) -> String? {
    nearest(to: word, among: candidates).map { "did you mean “\($0)”?" }
  }

  /// Insertions, deletions, substitutions and swaps of neighbors needed to turn `source` into
  /// `target` (optimal string alignment: Damerau 1964, doi 10.1145/363958.363994).
  package static func editDistance(_ source: String, _ target: String) -> Int {
    let source = Array(source)
    let target = Array(target)
    var beforePrevious = [Int](repeating: 0, count: target.count + 1)
    var previous = Array(0...target.count)
    for (row, sourceLetter) in source.enumerated() {
      var current = [row + 1]
      for (column, targetLetter) in target.enumerated() {
        let substitution = previous[column] + (sourceLetter == targetLetter ? 0 : 1)
        var distance = min(substitution, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, sourceLetter == target[column - 1],
          source[row - 1] == targetLetter
        {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current.append(distance)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[target.count]
  }
}
