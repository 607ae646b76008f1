package io.text2vec.runtime.tokenize.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.text2vec.runtime.source.ModelException;
import io.text2vec.runtime.source.ModelFiles;
import java.util.LinkedHashMap;
import java.util.Map;

/** RoBERTa's tokenizer of {@code vocab.json} and {@code merges.txt}: pairs of bytes that became one (Radford et al. 2019). */
final class BytePair {
    private static final String VERSION = "#version";

    private BytePair() {}

    static String of(ModelFiles files, Declared declared) {
        Map<String, Integer> ids = ids(files);
        Document document = new Document(token -> ids.getOrDefault(token, -1));
        String first = declared.token("cls_token", "<s>");
        String last = declared.token("sep_token", "</s>");
        boolean prefix = declared.flag("add_prefix_space");
        document.special(first);
        document.special(declared.token("pad_token", "<pad>"));
        document.special(last);
        document.special(declared.token("unk_token", "<unk>"));
        document.mask(declared.token("mask_token", "<mask>"));
        document.part("pre_tokenizer", "ByteLevel")
                .put("add_prefix_space", prefix)
                .put("trim_offsets", true)
                .put("use_regex", true);
        document.around(first, "A", last);
        ObjectNode model = document.part("model", "BPE");
        model.putNull("dropout").putNull("unk_token");
        model.put("continuing_subword_prefix", "").put("end_of_word_suffix", "").put("fuse_unk", false);
        Document.vocabulary(model, ids);
        ArrayNode merges = model.putArray("merges");
        files.text("merges.txt")
                .orElseThrow()
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith(VERSION))
                .forEach(merges::add);
        return document.toString();
    }

    private static Map<String, Integer> ids(ModelFiles files) {
        try {
            return new ObjectMapper()
                    .readValue(
                            files.text("vocab.json").orElseThrow(),
                            new TypeReference<LinkedHashMap<String, Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new ModelException("vocab.json of " + files + " is no vocabulary: " + e.getOriginalMessage(), e);
        }
    }
}
