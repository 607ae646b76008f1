package io.text2vec.collections.schema;

/** What a single value of a property is. */
public enum DataType {
    TEXT("text"),
    INT("int"),
    NUMBER("number"),
    BOOLEAN("boolean"),
    DATE("date"),
    UUID("uuid"),
    BLOB("blob"),
    GEO_COORDINATES("geoCoordinates"),
    PHONE_NUMBER("phoneNumber"),
    OBJECT("object"),
    /** Has no word of its own: the class JSON names the target collections. */
    REFERENCE("");

    private final String word;

    DataType(String word) {
        this.word = word;
    }

    /** As in the class JSON, without the brackets of a list. */
    public String word() {
        return word;
    }
}
