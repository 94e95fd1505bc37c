/// What R computed of paired proportions and of agreement.
struct ProportionsCases: Decodable {
  let tables: [Table]
  let agreement: [Agreement]

  struct Table: Decodable {
    let both: Int
    let before: Int
    let after: Int
    let neither: Int
    let difference: Double
    let p: Double?
    let lower: Double
    let upper: Double
    let lower90: Double
    let upper90: Double
  }

  struct Agreement: Decodable {
    let counts: [[Int]]
    let proportion: Double
    let kappa: Double
  }

  static func all() throws -> ProportionsCases {
    try Oracle.decode(ProportionsCases.self, from: .proportionsByR)
  }
}
