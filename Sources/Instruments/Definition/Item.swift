/// One question of an instrument.
package struct Item: Sendable, Equatable {
  /// The wording; nil if it may not be reproduced freely.
  package let text: String?
  /// The subject of the question in a few words of this program, for an item whose wording may not
  /// be shipped.
  package let topic: String?
  package let answers: AnswerScale
  package let recode: Recode
  /// The LOINC code of the question, if verified.
  package let loinc: String?

  /// The way the code of an answer becomes the points that are added up.
  package enum Recode: Sendable, Equatable {
    /// The code itself.
    case none
    /// The scale reversed: lowest code + highest code − code.
    case reversed
    /// One number for each code, from the lowest code to the highest.
    case table([Int])
  }

  package init(
    text: String? = nil, topic: String? = nil, answers: AnswerScale, recode: Recode = .none,
    loinc: String? = nil
  ) {
    self.text = text
    self.topic = topic
    self.answers = answers
    self.recode = recode
    self.loinc = loinc
  }

  /// The points that an answer adds to the raw total; nil for a code that is not allowed.
  package func points(for code: Int) -> Int? {
    guard answers.codes.contains(code) else { return nil }
    switch recode {
    case .none: return code
    case .reversed: return answers.codes.lowerBound + answers.codes.upperBound - code
    case .table(let points):
      let index = code - answers.codes.lowerBound
      return points.indices.contains(index) ? points[index] : nil
    }
  }

  /// The fewest and the most points that an allowed answer can add.
  var pointsRange: ClosedRange<Int> {
    guard case .table(let points) = recode, let least = points.min(), let most = points.max()
    else { return answers.codes }
    return least...most
  }
}
