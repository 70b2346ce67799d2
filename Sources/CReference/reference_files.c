// The bytes of Reference/ and of the built-in profiles, placed in the program by the compiler
// (C23, #embed), so that the binary needs no file beside it. The compiler writes each embedded
// file into its list of dependencies: a changed file is compiled anew.

#include "CReference.h"

static const unsigned char manifest[] = {
#embed "../../Reference/MANIFEST.tsv"
};

static const unsigned char acmgrules[] = {
#embed "../../Reference/AcmgRules.yaml"
};

static const unsigned char assemblies[] = {
#embed "../../Reference/Assemblies.tsv"
};

static const unsigned char builddifferences[] = {
#embed "../../Reference/BuildDifferences.tsv"
};

static const unsigned char consequenceorder[] = {
#embed "../../Reference/ConsequenceOrder.txt"
};

static const unsigned char curatedvariants[] = {
#embed "../../Reference/CuratedVariants.tsv"
};

static const unsigned char domains[] = {
#embed "../../Reference/Domains.tsv"
};

static const unsigned char populationfrequencies[] = {
#embed "../../Reference/PopulationFrequencies.tsv"
};

static const unsigned char counsellingtext_sentences_en[] = {
#embed "../../Reference/CounsellingText/Sentences.en.tsv"
};

static const unsigned char counsellingtext_family_en[] = {
#embed "../../Reference/CounsellingText/Family.en.tsv"
};

static const unsigned char sequences_foxp3_locus_grch37[] = {
#embed "../../Reference/Sequences/FOXP3_locus.GRCh37.fa"
};

static const unsigned char sequences_foxp3_locus_grch38[] = {
#embed "../../Reference/Sequences/FOXP3_locus.GRCh38.fa"
};

static const unsigned char sequences_foxp3_proteins[] = {
#embed "../../Reference/Sequences/FOXP3_proteins.fa"
};

static const unsigned char transcripts_nm_001114377_2[] = {
#embed "../../Reference/Transcripts/NM_001114377.2.tsv"
};

static const unsigned char transcripts_nm_014009_4[] = {
#embed "../../Reference/Transcripts/NM_014009.4.tsv"
};

static const unsigned char profiles_clinical_genome[] = {
#embed "../../Pipelines/profiles/clinical-genome.yaml"
};

static const unsigned char profiles_clinical_exome[] = {
#embed "../../Pipelines/profiles/clinical-exome.yaml"
};

static const unsigned char profiles_deep_panel[] = {
#embed "../../Pipelines/profiles/deep-panel.yaml"
};

static const unsigned char profiles_research[] = {
#embed "../../Pipelines/profiles/research.yaml"
};

static const unsigned char pdf_worker[] = {
#embed "../../Pipelines/pdf/worker.py"
};

#define FOXP3_FILE(path, array) {path, array, sizeof(array)}

static const struct foxp3_reference_file files[] = {
  FOXP3_FILE("MANIFEST.tsv", manifest),
  FOXP3_FILE("AcmgRules.yaml", acmgrules),
  FOXP3_FILE("Assemblies.tsv", assemblies),
  FOXP3_FILE("BuildDifferences.tsv", builddifferences),
  FOXP3_FILE("ConsequenceOrder.txt", consequenceorder),
  FOXP3_FILE("CuratedVariants.tsv", curatedvariants),
  FOXP3_FILE("Domains.tsv", domains),
  FOXP3_FILE("PopulationFrequencies.tsv", populationfrequencies),
  FOXP3_FILE("CounsellingText/Sentences.en.tsv", counsellingtext_sentences_en),
  FOXP3_FILE("CounsellingText/Family.en.tsv", counsellingtext_family_en),
  FOXP3_FILE("Sequences/FOXP3_locus.GRCh37.fa", sequences_foxp3_locus_grch37),
  FOXP3_FILE("Sequences/FOXP3_locus.GRCh38.fa", sequences_foxp3_locus_grch38),
  FOXP3_FILE("Sequences/FOXP3_proteins.fa", sequences_foxp3_proteins),
  FOXP3_FILE("Transcripts/NM_001114377.2.tsv", transcripts_nm_001114377_2),
  FOXP3_FILE("Transcripts/NM_014009.4.tsv", transcripts_nm_014009_4),
  FOXP3_FILE("profiles/clinical-exome.yaml", profiles_clinical_exome),
  FOXP3_FILE("profiles/clinical-genome.yaml", profiles_clinical_genome),
  FOXP3_FILE("profiles/deep-panel.yaml", profiles_deep_panel),
  FOXP3_FILE("profiles/research.yaml", profiles_research),
  FOXP3_FILE("pdf/worker.py", pdf_worker),
};

size_t foxp3_reference_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct foxp3_reference_file foxp3_reference_file_at(size_t index) {
  if (index >= foxp3_reference_file_count()) {
    return (struct foxp3_reference_file){NULL, NULL, 0};
  }
  return files[index];
}
