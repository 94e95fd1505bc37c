/// Finds what a person probably meant, so that a message can suggest it.
package enum NearMiss {
  /// The candidate nearest to `word`, if it is close enough to suggest: at most two edits, and at
  /// most a third of the word's length (but one edit is always close enough).
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, min(2, word.count / 3))
    var fromWord = ASCIIEditDistance(word)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let most = min(limit, best.map { $0.distance - 1 } ?? limit)
      guard most >= 0 else { break }
      let distance =
        fromWord?.distance(to: candidate, atMost: most)
        ?? editDistance(word.lowercased(), candidate.lowercased())
      if distance <= most { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// `did you mean “…”?`, or nil if no candidate is close enough.
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

/// Measures the edit distance from one ASCII word to many others, ignoring letter case: without
/// allocating, and only up to a limit.
private struct ASCIIEditDistance {
  private let word: [UInt8]
  private var beforePrevious: [Int]
  private var previous: [Int]
  private var current: [Int]

  /// Nil if the word is not ASCII.
  init?(_ word: String) {
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    self.word = word.utf8.map(Self.lowercased)
    beforePrevious = Array(0...self.word.count)
    previous = beforePrevious
    current = beforePrevious
  }

  /// The distance, or some number above `limit` if it exceeds the limit; nil if the other word is
  /// not ASCII.
  mutating func distance(to other: String, atMost limit: Int) -> Int? {
    guard other.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    guard abs(other.utf8.count - word.count) <= limit else { return limit + 1 }
    for column in previous.indices { previous[column] = column }
    var last: UInt8 = 0
    for (row, letter) in other.utf8.lazy.map(Self.lowercased).enumerated() {
      current[0] = row + 1
      var least = row + 1
      for column in word.indices {
        let substitution = previous[column] + (word[column] == letter ? 0 : 1)
        var distance = min(substitution, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, word[column] == last, word[column - 1] == letter {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = distance
        least = min(least, distance)
      }
      // The next row may continue, by a swap, from the row before this one, whose least can be one
      // lower.
      guard least <= limit + 1 else { return limit + 1 }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
      last = letter
    }
    return previous[word.count]
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }
}
