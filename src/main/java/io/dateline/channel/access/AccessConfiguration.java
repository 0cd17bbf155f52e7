package io.dateline.channel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessConfiguration {

    /** After the gate, and after Spring Security where that is used. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    Admission admission(
            @Value("${dateline.access:none}") String access,
            @Value("${dateline.tokens.file:data/tokens}") Path tokens,
            ObjectProvider<JwtDecoder> oidc) {
        return switch (access) {
            case "none" -> new OpenAdmission();
            case "token" -> new TokenAdmission(tokens(tokens));
            case "oidc" -> new OidcAdmission(oidc.getObject());
            default ->
                throw new IllegalArgumentException("dateline.access must be none, token or oidc, got: " + access);
        };
    }

    private static TokenFile tokens(Path file) {
        TokenFile tokens = new TokenFile(file);
        if (tokens.entries().isEmpty()) {
            LoggerFactory.getLogger(TokenFile.class)
                    .warn("Nobody can sign in yet: {} holds no token. Make one: dateline token add NAME", file);
        }
        return tokens;
    }

    @Bean
    Editors editors(Admission admission, @Value("${dateline.editors:}") Set<String> named) {
        return new Editors(admission.isAsked(), named);
    }

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(Admission admission, ObjectProvider<SignInPlace> elsewhere) {
        SignInPlace signIn = elsewhere.getIfAvailable(() -> AccessConfiguration::tokenPage);
        FilterRegistrationBean<AccessFilter> filter = new FilterRegistrationBean<>(new AccessFilter(admission, signIn));
        filter.setOrder(ORDER);
        filter.setEnabled(admission.isAsked());
        return filter;
    }

    private static String tokenPage(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "/sign-in.html?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }

    /** Hands a {@link Person} to the methods of controllers that want to know who asks. */
    @Bean
    WebMvcConfigurer personArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PersonArgument());
            }
        };
    }

    private static final class PersonArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Person.class;
        }

        @Override
        public Person resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest call = request.getNativeRequest(HttpServletRequest.class);
            return call == null ? Person.ANYBODY : Person.of(call);
        }
    }
}
