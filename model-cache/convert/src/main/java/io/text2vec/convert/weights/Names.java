package io.text2vec.convert.weights;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a file calls a model's tensors. The class that saved a model puts the name of its own field in front ({@code bert.},
 * {@code question_encoder.bert_model.}, {@code 0.auto_model.}), and checkpoints from before 2019 have other words for the two
 * halves of a layer norm.
 *
 * @param prefix what precedes every name
 */
public record Names(Set<String> all, String prefix) {

    /**
     * Finds the prefix.
     *
     * @param anchor a name that the model has for sure
     * @throws IllegalArgumentException if no tensor's name ends with it
     */
    public static Names of(Set<String> all, String anchor) {
        List<String> prefixes = all.stream()
                .filter(name -> name.equals(anchor) || name.endsWith("." + anchor))
                .map(name -> name.substring(0, name.length() - anchor.length()))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        if (prefixes.isEmpty()) {
            throw new IllegalArgumentException("expected a tensor whose name ends with " + anchor + ", found "
                    + all.stream().sorted().limit(4).toList()
                    + " and so on; config.json names another kind of model, or"
                    + " these are not the weights of a whole one");
        }
        return new Names(all, prefixes.getFirst());
    }

    /** The name under which the file has a tensor, if it has it. */
    public Optional<String> inFile(String name) {
        String full = prefix + name;
        return List.of(full, old(full)).stream().filter(all::contains).findFirst();
    }

    private static String old(String name) {
        return name.endsWith("LayerNorm.weight")
                ? name.replaceFirst("weight$", "gamma")
                : name.endsWith("LayerNorm.bias") ? name.replaceFirst("bias$", "beta") : name;
    }
}
