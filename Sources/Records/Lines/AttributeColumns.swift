/// The columns for the values of attributes in a table of lines: for each attribute `NAME`, the
/// value with the line, then for each `NAME_before`, the value before it.
package struct AttributeColumns: Sendable {
  /// The names of the columns, in order.
  package let names: [String]

  /// - Parameters:
  ///   - attributes: the attributes of the program.
  ///   - taken: the other columns of the table. A name that is taken gets the prefix `attribute_`.
  package init(_ attributes: [String], besides taken: [String]) {
    var taken = Set(taken)
    names = (attributes + attributes.map { "\($0)_before" }).map { wanted in
      var name = wanted
      while !taken.insert(name).inserted { name = "attribute_" + name }
      return name
    }
  }
}
