package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GalleryCaptionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Photos: Storm hits Norway A dog looks out on March 3.                 | true
            Hide Caption 5 of 16 Photos: A mayor speaks before the storm.         | true
            Photos: Photos: A life in pictures A singer waves.                    | true
            Photos of the storm were taken on March 3.                            | false
            The photos: a dog and a cat.                                          | false
            """)
    void beginsWithTheTitleOfItsGallery(String sentence, boolean expected) {
        assertThat(GalleryCaption.is(sentence)).isEqualTo(expected);
    }
}
