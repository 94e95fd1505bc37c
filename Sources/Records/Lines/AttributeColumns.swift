/// The columns in which a table of lines tells what attributes were and became: for each attribute
/// `NAME`, what is known with the line, then for each `NAME_before`, what was known before it.
package struct AttributeColumns: Sendable {
  /// The names of the columns, in their order.
  package let names: [String]

  /// - Parameters:
  ///   - attributes: the program's attributes.
  ///   - taken: the table's other columns. A name that is taken gets `attribute_` in front of it.
  package init(_ attributes: [String], besides taken: [String]) {
    var taken = Set(taken)
    names = (attributes + attributes.map { "\($0)_before" }).map { wanted in
      var name = wanted
      while !taken.insert(name).inserted { name = "attribute_" + name }
      return name
    }
  }
}
