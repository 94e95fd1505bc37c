import Statistics

/// What R computed of one matrix of answers.
struct ReliabilityCase: Decodable {
  let name: String
  let answers: [[Int]]
  let alpha: Double
  let lower: Double
  let upper: Double
  let lower90: Double
  let upper90: Double

  static func all() throws -> [ReliabilityCase] { try Oracle.cases(from: .reliabilityByR) }

  var moments: ItemMoments {
    var moments = ItemMoments(items: answers[0].count)
    for form in answers { moments.add(form) }
    return moments
  }
}
