package io.text2vec.runtime.tokenize;

import java.util.Optional;

/**
 * What {@code tokenizer_config.json} says about normalisation. The tokenizer classes of the BERT family obey it rather
 * than the normalizer inside {@code tokenizer.json}; other classes leave that as it is.
 *
 * @param lowercase {@code do_lower_case}, true by default
 * @param stripAccents {@code strip_accents}; absent means as {@code lowercase}
 * @param splitChinese {@code tokenize_chinese_chars}, true by default; absent where the class has no such rule
 */
public record TokenizerRules(boolean lowercase, Optional<Boolean> stripAccents, Optional<Boolean> splitChinese) {}
