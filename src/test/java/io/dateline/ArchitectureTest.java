package io.dateline;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void modulesUseOnlyWhatTheirPackageInfoAllows() {
        ApplicationModules.of(DatelineApplication.class).verify();
    }
}
