/// The probability of each form with the same score, chosen so that the items correlate as they do
/// in real questionnaires.
///
/// Given the score, the forms have the probabilities of Masters' partial credit model (1982, doi
/// 10.1007/BF02296272): the weight of a form is a product with one factor per item. The factor
/// decreases with the square of the answer's code, so that even answers are more likely than
/// extreme ones, and increases with the code, more steeply for items that people endorse more
/// readily. It is computed by multiplication only, which gives the same result on every machine.
struct AnswerPattern: Sendable {
  /// For each item, how readily people endorse it relative to an item of 1.
  let agreement: [Double]
  /// The factor, above 0 and at most 1, for each unit of the sum of squared codes at baseline: the
  /// smaller it is, the more similar the answers on one form.
  let baselineScatter: Double
  /// The same at a follow-up.
  let followUpScatter: Double

  /// Returns a pattern in which all forms with the same score are equally likely.
  static func anyAnswers(items: Int) -> AnswerPattern {
    AnswerPattern(
      agreement: Array(repeating: 1, count: items), baselineScatter: 1, followUpScatter: 1)
  }

  /// Returns the weights of a form among all forms with its score.
  func weights(of answers: [Int?]) -> (baseline: Double, followUp: Double) {
    var agreed = 1.0
    var squares = 0
    for (item, code) in answers.enumerated() {
      let code = code ?? 0
      agreed *= Self.power(agreement[item], code)
      squares += code * code
    }
    return (
      agreed * Self.power(baselineScatter, squares), agreed * Self.power(followUpScatter, squares)
    )
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
