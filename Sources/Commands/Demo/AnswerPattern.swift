/// How likely each way is to reach the same score, so that answers to single items go together as
/// those to a questionnaire do.
///
/// Given the score, the forms are as likely as in Masters' partial credit model (1982, doi
/// 10.1007/BF02296272): the weight of a form is a product with one factor an item, which falls with
/// the square of the answer's code, so that even answers are more likely than extreme ones, and
/// rises with the code the more, the more readily people agree to the item. Multiplications alone,
/// which give the same on every machine.
struct AnswerPattern: Sendable {
  /// For each item, how much more readily people agree to it than to an item of 1.
  let agreement: [Double]
  /// The factor, above 0 and at most 1, of each unit of the sum of squared codes at baseline: the
  /// smaller, the more alike are the answers on one form.
  let baselineScatter: Double
  /// The same at a follow-up.
  let followUpScatter: Double

  /// Every form of a score is as likely as any other.
  static func anyAnswers(items: Int) -> AnswerPattern {
    AnswerPattern(
      agreement: Array(repeating: 1, count: items), baselineScatter: 1, followUpScatter: 1)
  }

  /// The weights of a form's answers among all forms of its score.
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
