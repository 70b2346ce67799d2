/// What a DNA sample was taken from, as far as it matters whose DNA it holds.
public enum SampleTissue: String, Sendable, CaseIterable, Hashable {
  case blood
  case boneMarrow = "bone_marrow"
  case saliva
  case buccalSwab = "buccal_swab"
  case skinFibroblasts = "skin_fibroblasts"
  case hairRoots = "hair_roots"
  case nails
  case urine
  case tissueBiopsy = "tissue_biopsy"
  case chorionicVilli = "chorionic_villi"
  case amnioticFluid = "amniotic_fluid"
  case fetalBlood = "fetal_blood"
  case cordBlood = "cord_blood"

  /// Free of blood cells to such a degree that it shows the patient's own DNA after a blood stem
  /// cell transplant. Only cultured fibroblasts and hair roots are taken as such: saliva, buccal
  /// swabs, urine and biopsies hold white blood cells, and donor DNA is found in nails too.
  public var isFreeOfBloodCells: Bool { self == .skinFibroblasts || self == .hairRoots }

  /// May hold cells of the mother.
  public var isPrenatal: Bool {
    switch self {
    case .chorionicVilli, .amnioticFluid, .fetalBlood, .cordBlood: true
    default: false
    }
  }

  /// As `bone marrow`.
  public var words: String { rawValue.replacing("_", with: " ") }
}
