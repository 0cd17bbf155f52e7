package io.dateline.channel.http;

import io.dateline.channel.access.Admission;
import io.dateline.channel.access.Person;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;

/** {@code GET /v3/api-docs}: every call there is, as OpenAPI has it. It is put together when somebody first asks for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {

    private static final String TOKEN = "token";

    static {
        // Who asks is known by the token, not by a parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class);
    }

    /** springdoc insists on being there from the start, which costs every start a third of a second for a page that few open. */
    @Bean
    static BeanFactoryPostProcessor springdocOnDemand() {
        return factory -> Arrays.stream(factory.getBeanDefinitionNames())
                .map(factory::getBeanDefinition)
                .filter(bean -> Stream.of(bean.getBeanClassName(), bean.getFactoryBeanName())
                        .anyMatch(name -> name != null && name.startsWith("org.springdoc.")))
                .forEach(bean -> bean.setLazyInit(true));
    }

    /** Its converters are registered by a bean that nothing asks for. */
    @Bean
    @Lazy
    @DependsOn("modelConverterRegistrar")
    OpenAPI openApi(Admission admission) {
        OpenAPI description = new OpenAPI()
                .info(
                        new Info()
                                .title("Dateline")
                                .version("0.1.0")
                                .description(
                                        "Answers questions about a collection of news articles, and quotes them. Errors are"
                                                + " problem details (RFC 9457); under /v1 they have the shape that OpenAI's clients read."));
        return admission.isAsked()
                ? description
                        .components(new Components()
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")))
                        .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                : description;
    }
}
